from enum import Enum, IntEnum
from typing import NamedTuple
from collections import namedtuple


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Color(Enum):
    RED = 1


class Point(NamedTuple):
    x: int
    y: int


Pair = namedtuple("Pair", "a b")

for value in [Level.LOW, Color.RED, Point(1, 2), Pair(3, 4), 5, "s", (1, 2)]:
    print(isinstance(value, int), isinstance(value, tuple), isinstance(value, str), isinstance(value, (int, tuple)))
print(issubclass(Level, int), issubclass(Color, int), issubclass(Point, tuple), issubclass(Point, object))
