from enum import Enum, unique


@unique
class Color(Enum):  # error: E0240 "duplicate values found in <enum 'Color'>: CRIMSON -> RED"
    RED = 1
    CRIMSON = 1


class Shade(Enum):
    DARK = 1


class More(Shade):  # error: E0240 "<enum 'Shade'> cannot be extended"
    LIGHT = 2
