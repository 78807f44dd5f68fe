from enum import Enum, Flag, IntEnum, IntFlag


class Color(Enum):
    RED = 1


class Rank(IntEnum):
    LOW = 1


class Mode(Flag):
    READ = 1


class Bits(IntFlag):
    ONE = 1


class Base(Enum):
    def shown(self):
        return f"{type(self)} {self.name}"


class Derived(Base):
    A = "a"


class Text(str, Enum):
    T = "t"


class Outer:
    class Inner(Enum):
        X = 1


print(Color, Rank, Mode, Bits, Base, Derived, Text, Outer.Inner, Outer)
print(str(Color), repr(Rank), f"{Mode!r} {Bits}", [Color, Outer], "%s" % Color)
print(type(Color.RED), type(Rank.LOW), Derived.A.shown(), type(Outer.Inner.X).__name__)
