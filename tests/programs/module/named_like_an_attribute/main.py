# Modules and functions of a module have the names of attributes that are assigned elsewhere.
import helper


class Dice:
    def __init__(self, seed):
        self.random = helper.make(seed)
        self.re = "a+"
        self.find = None

    def roll(self):
        return self.random.randint(1, 6)


d = Dice(7)
print(1 <= d.roll() <= 6, d.re, d.find)
print(helper.find(d.re, "baaac"), helper.count)
helper.count += 2
print(helper.find("x", "y"), helper.count)
