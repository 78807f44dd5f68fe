class Squares:
    def __init__(self, n):
        self.n = n

    def keys(self):
        return range(self.n)

    def __getitem__(self, i):
        return i * i


print(dict(Squares(3)))
d = {0: 5}
d.update(Squares(4))
print(d)
