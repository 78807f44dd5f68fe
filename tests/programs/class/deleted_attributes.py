class A:
    def __init__(self):
        self.x = 1
        self.y = 2


a = A()
del a.x
print(hasattr(a, "x"), hasattr(a, "y"))
try:
    print(a.x)
except AttributeError as e:
    print(e)
a.x = 5
print(a.x)
delattr(a, "x")
try:
    del a.x
except AttributeError as e:
    print("AttributeError", e)


class Cached:
    def __init__(self, n):
        self.n = n

    def total(self):
        if not hasattr(self, "_total"):
            print("computing")
            self._total = sum(range(self.n))
        return self._total

    def reset(self):
        del self._total


c = Cached(10)
print(c.total(), c.total())
c.reset()
print(c.total())
try:
    c.reset()
    c.reset()
except AttributeError as e:
    print(type(e).__name__, e)


class Box:
    default = "of class"

    def __init__(self, v):
        self._v = v

    @property
    def v(self):
        return self._v

    @v.setter
    def v(self, v):
        self._v = v

    @v.deleter
    def v(self):
        print("deleting")
        self._v = None

    @property
    def fixed(self):
        return 1


b = Box(3)
del b.v
print(b.v)
try:
    del b.fixed
except AttributeError as e:
    print(e)
b.default = "own"
print(b.default)
del b.default
print(b.default)


class Watched:
    def __delattr__(self, name):
        print("del", name)


w = Watched()
del w.anything
delattr(w, "more")


class Wide(Box):
    def __init__(self):
        super().__init__(1)
        self.extra = [1, 2]


for x in (Box(1), Wide()):
    try:
        del x.extra, x._v
        print("deleted", hasattr(x, "_v"))
    except AttributeError as e:
        print(e)
