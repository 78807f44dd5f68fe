from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm(self):
        return abs(self.x) + abs(self.y)

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


class Row(NamedTuple):
    name: str
    score: float
    tags: list


p = Point(3, -4)
x, y = p
print(p, x, y, p.norm(), p[0], p[1], p[-1], len(p), p + Point(1))
print(p == Point(3, -4), p == (3, -4), p != Point(1), Point(1, 2) < Point(1, 3), p in [Point(3, -4)])
print({Point(1): "a"}[Point(1, 0)], list(p), tuple(p), sum(p), max(p), sorted([Point(2), Point(1, 5), Point(1)]))
print(p._replace(y=7), [a * b for a, b in [p, Point(2, 2)]])
r = Row("ann", 1.5, ["t"])
name, score, tags = r
print(r, name, score, tags, r.tags is tags)
for item in Point(8, 9):
    print(item)


def show(a, b):
    return f"{a}-{b}"


print(show(*p), [show(*q) for q in (Point(1, 1), Point(2))])
for n, s, _ in [r, Row("bob", 2.0, [])]:
    print(n, s)


def kind(v):
    match v:
        case Point(0, 0):
            return "zero"
        case (a, 0):
            return f"on x {a}"
        case Point(x=a):
            return f"other {a}"


print(kind(Point(0)), kind(Point(5)), kind(Point(6, 1)))
