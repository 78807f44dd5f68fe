class V:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __iter__(self):
        self.i = 0
        return self

    def __next__(self):
        self.i += 1
        if self.i == 1:
            return self.x
        if self.i == 2:
            return self.y
        raise StopIteration

    def __bool__(self):
        return self.x > 0


a, b = V(3, 4)
print(a, b, list(V(1, 2)), dict(zip(V(1, 2), V(3, 4))))
print(any((V(0, 1), V(0, 2))), all([V(1, 1), V(2, 1)]), not V(0, 0))
first, *rest = [*V(5, 6)]
print(first, rest, max(V(7, 8)), sum(V(7, 8)), 8 in list(V(7, 8)), [*V(1, 2)], (*V(1, 2), 3))


class K:
    def __init__(self, k):
        self.k = k


k1, k2 = K(1), K(2)
d = {k1: "one", k2: "two"}
print(d[k1], d[k2], k1 in d, K(1) in d, hash(k1) == hash(k1), hash((k1, 1)) == hash((k1, 1)))
s = {k1, k2, k1}
print(len(s))


class E1(Exception):
    """base"""


class E2(E1):
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __str__(self):
        return f"E2<{self.a},{self.b}>"


class E3(E1, KeyError):
    pass


def f(n):
    if n == 0:
        raise E1
    if n == 1:
        raise E1("msg")
    if n == 2:
        raise E2(1, "two")
    if n == 3:
        raise E3("k")
    if n == 4:
        raise E3
    return n


for i in range(6):
    try:
        print(f(i))
    except E2 as e:
        print("E2", e, e.a, e.b, e.args, repr(e))
    except (E3, ZeroDivisionError) as e:
        print("E3", e, repr(e), isinstance(e, KeyError), isinstance(e, E1))
    except E1 as e:
        print("E1", e, e.args, type(e) is E1, type(e).__name__)
try:
    try:
        f(2)
    except E1 as e:
        raise ValueError("outer") from e
except ValueError as e:
    print(e, repr(e.__cause__))
try:
    f(3)
except LookupError as e:
    print("lookup", e)


class Base:
    x = 1
    names = ["a"]

    def show(self):
        return self.x

    def __repr__(self):
        return f"{self.__class__.__name__}(x={self.x})"


class Derived(Base):
    x = 2

    def __init__(self, y=None):
        if y is not None:
            self.x = y


print(Base(), Derived(), Derived(10), Base.x, Derived.x, Derived().show())
Base.x = 100
print(Base(), Derived(), Base.names is Derived.names)
Derived.names.append("b")
print(Base.names, Derived(3).names)


class Meta:
    instances = 0

    def __new_id(self):
        Meta.instances += 1
        return Meta.instances

    def __init__(self):
        self.id = self.__new_id()


print(Meta().id, Meta().id)
objs = [Base(), Derived(), None, 5, "s"]
for o in objs:
    if isinstance(o, Derived):
        print("derived", o.x)
    elif isinstance(o, Base):
        print("base", o.x)
    elif o is None:
        print("none")
    else:
        print(type(o).__name__, o)
try:
    for o in objs:
        print(o.x)
except AttributeError as e:
    print(e)
print(Base.show(Derived(7)))
