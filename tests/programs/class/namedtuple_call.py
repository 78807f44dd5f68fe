from collections import namedtuple
from typing import NamedTuple

Point = namedtuple("Point", "x y")
Pair = namedtuple("Pair", ["first", "second"], defaults=[0])
Size = NamedTuple("Size", [("width", int), ("height", int)])


class Vector(namedtuple("Vector", ("a", "b"), defaults=(5,))):
    def length2(self):
        return self.a ** 2 + self.b ** 2


p = Point(1, y=2)
print(p, p.x + p[1], Point._make([3, 4]), p._replace(x=9))
a, b = Size(3, 4)
print(a * b, Vector(3), Vector(3, 4).length2(), Vector(1) == (1, 5))
print(sorted([Point(2, 1), Point(1, 2)]), p._asdict(), Pair(7))
