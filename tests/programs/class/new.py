class Singleton:
    _instance = None

    def __new__(cls, *args):
        if cls._instance is None:
            print("creating")
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self, value):
        self.value = value


a = Singleton(1)
b = Singleton(2)
print(a is b, a.value, b.value)


class Config:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = object.__new__(cls)
            cls._instance.settings = {}
        return cls._instance


Config().settings["a"] = 1
print(Config().settings)


class Temp:
    def __init__(self, v):
        self.v = v

    @classmethod
    def raw(cls, v):
        self = cls.__new__(cls)
        self.v = v * 2
        return self


print(Temp.raw(4).v)


class Shape:
    kinds = {}

    def __new__(cls, kind, *args):
        if cls is Shape:
            cls = Shape.kinds.get(kind, Shape)
        obj = super().__new__(cls)
        obj.kind = kind
        return obj

    def __init__(self, kind, size=1):
        self.size = size

    def area(self):
        return 0


class Square(Shape):
    def area(self):
        return self.size ** 2


class Circle(Shape):
    def area(self):
        return 3 * self.size ** 2


Shape.kinds["square"] = Square
Shape.kinds["circle"] = Circle
for k in ("square", "circle", "blob"):
    s = Shape(k, 4)
    print(type(s).__name__, s.kind, s.area())
print(Square("x", 3).area(), Circle("y").area())


class Interned:
    cache = {}

    def __new__(cls, name):
        if name in cls.cache:
            return cls.cache[name]
        self = object.__new__(cls)
        cls.cache[name] = self
        self.name = name
        self.uses = 0
        return self

    def __init__(self, name):
        self.uses += 1


a, b, c = Interned("a"), Interned("b"), Interned("a")
print(a is c, a is b, a.uses, b.uses, sorted(Interned.cache))


class Odd:
    def __new__(cls, x):
        if x < 0:
            return None
        if x == 0:
            return "zero"
        return super().__new__(cls)

    def __init__(self, x):
        print("init", x)
        self.x = x


for x in (-1, 0, 1):
    o = Odd(x)
    if o is None:
        print("none")
    elif isinstance(o, str):
        print(o)
    else:
        print(o.x)


class Vec:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def copy(self):
        new = Vec.__new__(Vec)
        new.x = self.x
        new.y = self.y
        return new

    def half(self):
        new = Vec.__new__(type(self))
        new.x = self.x / 2
        return new


v = Vec(3, 4).copy()
print(v.x, v.y)
h = v.half()
print(h.x)
try:
    print(h.y)
except AttributeError as e:
    print(e)


class Base:
    count = 0

    def __new__(cls, *args, **kwargs):
        Base.count += 1
        print("making", cls.__name__, args, kwargs)
        return super().__new__(cls)


class Derived(Base):
    def __init__(self, a, b=2):
        self.a = a
        self.b = b


class Other(Base):
    pass


d = Derived(1, b=5)
print(d.a, d.b, Derived(7).b, Base.count)
Other()


class Tracked(dict):
    def __new__(cls, *args):
        print("new dict")
        return super().__new__(cls)

    def __init__(self, *args):
        super().__init__(*args)
        self.n = 0


t = Tracked([("a", 1)])
t["b"] = 2
print(t, t.n, len(t))
