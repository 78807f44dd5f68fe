"""Typing-heavy modern Python."""
from __future__ import annotations
import functools
import math
import sys
import time
from abc import ABC, abstractmethod
from typing import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import Enum, Flag, IntEnum, auto
from typing import Any, ClassVar, Final, Generic, Literal, NamedTuple, Optional, Protocol, TypedDict, TypeVar, Union, overload

T = TypeVar("T")
U = TypeVar("U")
Number = Union[int, float]
MAX_DEPTH: Final = 5


class Shape(Protocol):
    def area(self) -> float: ...
    @property
    def name(self) -> str: ...


class Color(Enum):
    RED = "#f00"
    GREEN = "#0f0"
    BLUE = "#00f"

    @classmethod
    def parse(cls, text: str) -> Color:
        for c in cls:
            if c.name.lower() == text.lower() or c.value == text:
                return c
        raise ValueError(f"no color {text!r}")


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Level(IntEnum):
    LOW = 1
    MID = 5
    HIGH = 10


class Point(NamedTuple):
    x: float
    y: float = 0.0

    def dist(self, other: Point) -> float:
        return math.hypot(self.x - other.x, self.y - other.y)


class Movie(TypedDict):
    title: str
    year: int


@dataclass
class Circle:
    r: float
    color: Color = Color.RED
    tags: list[str] = field(default_factory=list)
    count: ClassVar[int] = 0

    def __post_init__(self) -> None:
        Circle.count += 1
        if self.r < 0:
            raise ValueError("negative radius")

    def area(self) -> float:
        return math.pi * self.r ** 2

    @property
    def name(self) -> str:
        return f"circle({self.r:g})"


@dataclass(frozen=True, order=True)
class Rect:
    w: float
    h: float

    def area(self) -> float:
        return self.w * self.h

    @property
    def name(self) -> str:
        return f"{self.w:g}x{self.h:g}"

    def scaled(self, k: Number) -> Rect:
        return replace(self, w=self.w * k, h=self.h * k)


def total_area(shapes: Iterable[Shape]) -> float:
    return sum(s.area() for s in shapes)


def first(items: Sequence[T], default: Optional[T] = None) -> Optional[T]:
    return items[0] if items else default


def compose(f: Callable[[T], U], g: Callable[[Any], T]) -> Callable[[Any], U]:
    return lambda x: f(g(x))


def timed(label: str):
    def deco(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            start = time.perf_counter()
            try:
                return f(*args, **kwargs)
            finally:
                elapsed = time.perf_counter() - start
                assert elapsed >= 0
                log.append(label)
        return wrapper
    return deco


log: list[str] = []


@timed("calc")
def power(base: int, exp: int = 2) -> int:
    """base ** exp"""
    return base ** exp


@timed("io")
def greet(name: str, *, punct: str = "!") -> str:
    return f"Hello, {name}{punct}"


@contextmanager
def section(title: str) -> Iterator[list[str]]:
    lines: list[str] = []
    print(f"[{title}")
    try:
        yield lines
    except KeyError as e:
        lines.append(f"missing {e}")
    finally:
        for line in lines:
            print("  ", line)
        print(f"{title}]")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, item: T) -> Stack[T]:
        self._items.append(item)
        return self

    def pop(self) -> T:
        return self._items.pop()

    def __len__(self) -> int:
        return len(self._items)

    def __bool__(self) -> bool:
        return bool(self._items)


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


class Temperature:
    def __init__(self, celsius: float = 0.0) -> None:
        self._c = celsius

    @property
    def fahrenheit(self) -> float:
        return self._c * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value: float) -> None:
        self._c = (value - 32) * 5 / 9

    def __format__(self, spec: str) -> str:
        if spec.endswith("F"):
            return format(self.fahrenheit, spec[:-1]) + "F"
        return format(self._c, spec.rstrip("C")) + "C"


def mode(kind: Literal["fast", "slow"]) -> int:
    return 1 if kind == "fast" else 2


shapes: list[Shape] = [Circle(1.5, tags=["a"]), Rect(2, 3), Circle(2, Color.parse("blue"))]
print(f"{total_area(shapes):.3f}", [s.name for s in shapes], Circle.count)
print(max(shapes, key=lambda s: s.area()).name, sorted([Rect(2, 1), Rect(1, 5)]))
print(first([3, 4]), first([], "none"), first(""), compose(str, len)([1, 2, 3]) + "!")
print(power(3), power(2, exp=10), greet("Ann"), greet("Bob", punct="?"), log)
with section("one") as out:
    out.append("fine")
    out.append(f"{Rect(1, 2).scaled(2.5)}")
with section("two") as out:
    movie: Movie = {"title": "Metropolis", "year": 1927}
    out.append(f"{movie['title']} ({movie['year']})")
    print({"a": 1}["zzz"])
print(Perm.R | Perm.X, Perm.RW & Perm.W, Perm.W in Perm.RW, Perm.X in Perm.RW, ~Perm.R & Perm.RW)
print(Level.HIGH > Level.LOW, Level(5), Level.MID + 1, sorted(Level, reverse=True)[0].name, [l.value for l in Level])
print(Color("#0f0"), Color["RED"].value, len(Color), Color.RED in [Color.RED], {Color.RED: 1}[Color.RED])
p, q = Point(3), Point(0, 4)
print(p, p.dist(q), p._replace(y=1.5), p == (3, 0.0), q.x, *q)
s: Stack[int] = Stack()
s.push(1).push(2)
w = Stack[str]().push("x")
print(s.pop() + 1, w.pop().upper(), len(s), bool(w), double(4), double("ab"), mode("fast"))
t = Temperature(25)
print(f"{t:.1fC} {t:.0fF}", t.fahrenheit)
t.fahrenheit = 212
print(f"{t:6.2f}")
try:
    Circle(-1)
except ValueError as e:
    print("error:", e, file=sys.stdout)
try:
    Color.parse("pink")
except ValueError as e:
    print(e)
