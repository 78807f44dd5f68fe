from collections import namedtuple
from typing import NamedTuple

Point = namedtuple("Point", ["x", "y"])
P3 = namedtuple("P3", "x y z", defaults=(0, 1))

class Emp(NamedTuple):
    name: str
    age: int = 30
    def older(self, n):
        return self._replace(age=self.age + n)

p = Point(1, 2)
print(p._fields, Point._fields)
print(p._asdict())
print(p._replace(x=5))
print(Point._make([3, 4]))
print(P3._field_defaults, Emp._field_defaults)
e = Emp("bob")
print(e, e.older(3), e._asdict(), Emp._fields)
for name, value in e._asdict().items():
    print(name, value)
for f in Emp._fields:
    print(f)
rows = [("a", 1), ("b", 2)]
for emp in map(Emp._make, rows):
    print(emp.name, emp.age)
for emp in [Emp(*row) for row in rows]:
    print(emp)
d = {"name": "z", "age": 9}
print(Emp(**d) if False else Emp(name="z", age=9))
print(p == (1, 2), p + (3,), len(p), p[0], p[-1], p[:1], 1 in p, hash(p) == hash((1, 2)))
x, y = p
print(x, y, max(p), sorted([Point(3, 1), Point(1, 2)]), p < Point(2, 0))
print(p.index(2), p.count(1), isinstance(p, tuple))
print(dict(zip(Point._fields, p)))
print(getattr(p, "x"))
EE = namedtuple("EE", "a b", rename=False)
print(EE(1, b=2))
print(repr(e), str(e), f"{e}", "%s %s" % p)
