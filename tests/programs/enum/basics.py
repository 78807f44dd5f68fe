from enum import Enum, auto


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1


class Direction(Enum):
    NORTH = auto()
    EAST = auto()
    SOUTH = auto()
    WEST = auto()

    def turned(self):
        members = list(Direction)
        return members[(members.index(self) + 1) % len(members)]

    @property
    def is_vertical(self):
        return self in (Direction.NORTH, Direction.SOUTH)

    @classmethod
    def parse(cls, text):
        for d in Direction:
            if d.name.lower() == text:
                return d
        return None


class Level(Enum):
    LOW = "low"
    HIGH = "high"

    def __str__(self):
        return self.value


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value)
print(Color(2), Color["BLUE"], Color.CRIMSON, Color.CRIMSON is Color.RED)
print([c.name for c in Color], len(Color), list(Color))
print(Color.RED == Color.RED, Color.RED == Color.GREEN, Color.RED != Color.GREEN, Color.RED == 1)
print(Direction.NORTH.turned(), Direction.WEST.turned(), Direction.EAST.is_vertical)
print(Direction.parse("south"), Direction.parse("up"))
print(Level.LOW, f"{Level.HIGH}", Level("low").name, repr(Level.LOW))
try:
    Color(9)
except ValueError as e:
    print(e)
try:
    Color["PINK"]
except KeyError as e:
    print("KeyError", e)
counts = {c: 0 for c in Color}
counts[Color.RED] += 2
print(counts[Color.RED], counts, Color.GREEN in counts)
for name, member in Color.__members__.items():
    print(name, member)
print(f"{Color.RED:>12}|{Color.BLUE!s:<12}|")
print(isinstance(Color.RED, Color), Color.RED in Color)
print(Color(Color.RED))
for i, c in enumerate(Color):
    print(i, c)


def name(c):
    match c:
        case Color.RED:
            return "r"
        case Color.GREEN | Color.BLUE:
            return "gb"


print(name(Color.RED), name(Color.BLUE))
