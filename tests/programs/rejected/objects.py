class Animal:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return self.name


class Silent:
    pass


a = Animal("rex")
a.nmae  # error: E0314 "Animal has no attribute `nmae`"
a.speek()  # error: E0314 "Animal has no attribute `speek`"
Animal()  # error: E0316 "Animal.__init__() misses `name`"
Animal("a", "b")  # error: E0316 "Animal.__init__() takes 2 positional arguments, but 3 were given"
Animal(nom="a")  # error: E0316 "Animal.__init__() has no parameter `nom`"
a.speak(5)  # error: E0316 "Animal.speak() takes 1 positional argument, but 2 were given"
a + 1  # error: E0312 "`+` has no meaning between Animal and int"
len(a)  # error: E0317 "`len` has no meaning for Animal"
for x in a:  # error: E0318 "Animal is not iterable"
    pass
a[0]  # error: E0320 "Animal has no items for int"
-a  # error: E0311 "`-` has no meaning for Animal"
a < a  # error: E0313 "`<` has no meaning between Animal and Animal"
Silent(3)  # error: E0317 "Silent() takes 0 positional arguments, but 1 was given"
a()  # error: E0315 "Animal cannot be called"
raise Silent()  # error: E0321 "only an exception can be raised"
