from enum import Enum


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300e-11 * self.mass / (self.radius * self.radius)


class Base(Enum):
    def shout(self):
        return self.name + "!"


class Op(Base):
    ADD = "+"
    SUB = "-"

    def apply(self, a, b):
        if self is Op.ADD:
            return a + b
        return a - b


for p in Planet:
    print(p.name, round(p.gravity, 3), p.value)
print(Op.ADD.shout(), Op("-").apply(5, 3), [op.value for op in Op])
