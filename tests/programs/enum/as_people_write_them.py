from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique

class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @property
    def hex(self):
        return f"#{self.value:02x}"

    def describe(self):
        return f"{self.name} is {self.value}"

    @classmethod
    def parse(cls, text):
        return cls[text.upper()]

    @staticmethod
    def default():
        return Color.RED

    @classmethod
    def _missing_(cls, value):
        if value == 99:
            return cls.BLUE
        return None

    def __str__(self):
        return self.name.lower()

print(Color["RED"], Color(1), Color.RED.name, Color.CRIMSON is Color.RED)
for c in Color:
    print(c, repr(c), c.describe(), c.hex)
print(list(Color), len(Color))
for name, m in Color.__members__.items():
    print(name, m)
print(Color(99))
try:
    Color(7)
except ValueError as e:
    print(e)
try:
    Color["PINK"]
except KeyError as e:
    print(e)
print(Color.parse("green"), Color.default())
print("RED" in Color.__members__, Color.RED in Color)
print([c.value for c in Color], {c: c.value for c in Color}[Color.RED])
print([c.name for c in reversed(Color)])

class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W

p = Perm.R | Perm.W
print(p, Perm.R in p, Perm.X in p, p & Perm.R, p ^ Perm.R, ~Perm.R, bool(p & Perm.X), Perm(0), p.value)
print(p == Perm.RW, list(p), len(p), [x.name for x in Perm])
q = Perm.X
q |= Perm.R
print(q, q.name)
print(Perm(3), Perm(5))

class Lvl(IntEnum):
    LO = auto()
    HI = 10
    MID = auto()
print(Lvl.LO < Lvl.HI, Lvl.HI + 1, Lvl(10), Lvl.MID, int(Lvl.LO), f"{Lvl.HI}", sorted(Lvl), max(Lvl), repr(Lvl.HI))

class S(StrEnum):
    A = auto()
    B = "bee"
print(S.A, S.B, S.A == "a", S("bee"), S.B.upper(), "x" + S.A, f"{S.A:>5}", repr(S.A))

@unique
class U(Enum):
    A = "a"
    B = "b"
print(U("a"), U.A.value)

class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.39e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def g(self):
        return 6.67e-11 * self.mass / self.radius ** 2
for pl in Planet:
    print(pl.name, round(pl.g, 2), pl.value)

class IF(IntFlag):
    A = 1
    B = 2
    C = 4

class Op(Enum):
    ADD = "+"
    SUB = "-"
    def apply(self, a, b):
        if self is Op.ADD:
            return a + b
        match self:
            case Op.SUB:
                return a - b
print(Op("+").apply(1, 2), Op("-").apply(5, 3))
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.CAT)
A2 = Enum("A2", ["X", "Y"])
print(A2.Y.value)
print(isinstance(Color.RED, Color), Color.RED.__class__.__name__)


class Mode(IntFlag):
    A = 1
    B = 2


print(int(Mode.B), Mode.A + 1, Mode.A | Mode.B == Mode(3), Mode.A < Mode.B, bool(Mode.A & Mode.B))
Bits = Flag("Bits", ["LOW", "HIGH"])
print(Bits.HIGH.value, list(Bits))
Pairs = Enum("Pairs", {"ONE": "1", "TWO": "2"})
print(Pairs("2"), [(p.name, p.value) for p in Pairs])
