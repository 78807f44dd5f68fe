from enum import Enum, IntEnum


class Event(Enum):
    DIAL, ACK, NACK = range(3)


class Colour(Enum):
    RED, GREEN = BLUE, PINK = 1, 2


class Level(IntEnum):
    LOW, HIGH = range(5, 7)
    TOP = 9


class Pair(Enum):
    [A, B] = ("x", 1), ("y", 2)


print(Event.DIAL, repr(Event.NACK), list(Event), Event(1))
t = {Event.DIAL: "d", Event.ACK: "a"}
print(t[Event.ACK], Event.DIAL == 0, Event.ACK.name, Event.ACK.value, Event["NACK"], len(Event))
print([(c.name, c.value) for c in Colour], Colour.BLUE is Colour.RED, Level.HIGH > Level.LOW, list(Level), Pair.B.value)
