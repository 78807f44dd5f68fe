from dataclasses import dataclass, FrozenInstanceError, replace


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 2


p = Point(1)
try:
    p.x = 5
except FrozenInstanceError as e:
    print("refused:", e)
try:
    p.x = 6
except AttributeError as e:
    print("refused:", e)
print(p, p.x + p.y, p == Point(1, 2), hash(p) == hash(Point(1)))
print(replace(p, y=9), replace(p, x=3, y=4), replace(p, y=1).x)
