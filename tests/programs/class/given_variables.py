class Base:
    count = 0
    names = []

    def __init__(self):
        type(self).count += 1
        Base.total = getattr(Base, "total", 0) + 1 if False else 1

    @classmethod
    def made(cls):
        return cls.count

    @classmethod
    def bump(cls, by):
        cls.count += by
        return cls.count


class A(Base):
    pass


class B(Base):
    count = 100


class C(B):
    pass


Base()
A()
A()
B()
C()
print(Base.count, A.count, B.count, C.count)
A.count = 50
Base.count = 7
print(Base.count, A.count, B.count, C.count, A().count)
print(A.made(), B.made(), C.made(), A.bump(3), C.bump(1), Base.bump(2))
for k in (Base, A, B, C):
    print(k.__name__, k.count)
C.names.append("c")
print(Base.names, A.names)
A.names = ["own"]
print(Base.names, A.names, A().names, B().names)


def tagged(tag):
    def mark(cls):
        cls.tag = tag
        cls.describe = lambda self: f"{tag}:{self.name}"
        return cls

    return mark


@tagged("x")
class X:
    name = "the x"


class Y(X):
    name = "the y"


print(X.tag, Y.tag, X().describe(), Y().describe(), hasattr(Base, "tag"), hasattr(Y, "tag"))
Y.tag = "y"
print(X.tag, Y.tag, Y().tag, getattr(X, "missing", None))


class Greeter:
    def greet(self):
        return "hello"


class Loud(Greeter):
    def greet(self):
        return super().greet().upper()


def quiet(self):
    return "psst"


g, l = Greeter(), Loud()
print(g.greet(), l.greet())
Greeter.greet = quiet
print(g.greet(), l.greet())


class Settings:
    if len(Base.names) > 0:
        verbose = True
    else:
        level = 3


class More(Settings):
    level = 4


print(Settings.verbose, hasattr(Settings, "level"), More.level, More.verbose)
try:
    print(Settings.level)
except AttributeError as e:
    print(e)


class Left:
    pass


class Right:
    value = "right"


class Both(Left, Right):
    pass


print(Both.value, Both().value)
Left.value = "left"
print(Both.value, Both().value, Right.value)
for c in (Left, Right, Both):
    c.value = c.value + "!"
print(Left.value, Right.value, Both.value)
b = Both()
b.value = "own"
print(b.value, Both().value)

