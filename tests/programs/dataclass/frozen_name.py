from dataclasses import FrozenInstanceError, dataclass


@dataclass(frozen=True)
class Point:
    x: int


try:
    Point(1).x = 2
except AttributeError as e:
    print(type(e).__name__, e, type(e))
print(FrozenInstanceError.__name__, FrozenInstanceError)
