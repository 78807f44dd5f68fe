class Name(str):
    def shout(self):
        return self.upper() + "!"


class Money(float):
    def __str__(self):
        return f"${self:.2f}"


class Id(int):
    def __repr__(self):
        return f"Id({int(self)})"


class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]


n = Name("bob")
print(n, n.shout(), len(n), n + "x", n == "bob", {n: 1}["bob"])
m = Money(3.14159)
print(m, m + 1, repr(m))
i = Id(5)
print(i, [i], i + 1, i == 5)
p = Point(1, 2)
print(p, p.x, p[1], len(p))


class Celsius(float):
    def to_f(self):
        return Celsius(self * 9 / 5 + 32)

    def __repr__(self):
        return f"{float(self):.1f}°"


c = Celsius(21.55)
print(c, repr(c), c.to_f(), [c, c.to_f()], f"{c:.3f}", c > 20, max(c, 30.0), round(c, 1), abs(Celsius(-2)), int(c))
print(sum([Celsius(1), Celsius(2)]), c == 21.55, -c, c + c, 1 / Celsius(4), hash(c) == hash(21.55), bool(Celsius(0)))


class UserId(int):
    @property
    def shard(self):
        return self % 4

    def next(self):
        return UserId(self + 1)


u = UserId(41)
print(u, u.shard, u.next(), u.next().shard, u + 1, type(u).__name__, type(u + 1).__name__, isinstance(u, int))
print({u: "x"}[u], sorted([UserId(3), UserId(1), UserId(2)]), u << 2, u & 8, divmod(u, 5), 2 ** UserId(3))
print("%d" % int(u), list(range(int(UserId(3)))))


class Tag(str):
    def __new__(cls, text, level=1):
        self = super().__new__(cls, text.strip().lower())
        self.level = level
        return self

    def __add__(self, other):
        return Tag(str(self) + "-" + str(other), self.level + 1)

    def upper(self):
        return "<" + super().upper() + ">"


t = Tag("  Hello ")
print(t, repr(t), t.level, len(t), t.upper(), t.title(), t + "World", (t + "x").level, t[1], t[::-1], "ell" in t)
print(t == "hello", "hello" == t, t != "x", t < "z", {t: 1}, [ch for ch in t][:2])
print(t.split("l"), t.replace("l", "L"), t.startswith("he"), t.find("o"), t * 2, "%s!" % t, f"{t:>8}|", t.encode())
for name in sorted([Tag("b"), Tag("a")]):
    print(name, end=" ")
print()


class Version(tuple):
    def __new__(cls, text):
        return super().__new__(cls, [int(p) for p in text.split(".")])

    def __str__(self):
        return ".".join(str(p) for p in self)

    @property
    def major(self):
        return self[0]


v = Version("1.20.3")
print(v, v.major, v > Version("1.3"), v == Version("1.20.3"), len(v), v[1:], list(v), max(Version("2.0"), v), 20 in v)
print(repr(v), v.index(20), v.count(1), hash(v) == hash((1, 20, 3)), v + (4,))


class Pair(tuple):
    def __new__(cls, a, b):
        return tuple.__new__(cls, (a, b))

    def swap(self):
        return Pair(self[1], self[0])


p = Pair(1, 2)
a, b = p
print(p, p.swap(), a, b, p == (1, 2))


class Upper(str):
    pass


names = [Upper("x"), Upper("yy")]
print(names, [n.upper() for n in names], sum(len(n) for n in names))
