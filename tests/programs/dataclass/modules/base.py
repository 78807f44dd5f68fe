from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    SMALL = 1
    BIG = 2


class Spot(NamedTuple):
    x: int
    y: int


@dataclass
class Thing:
    name: str
    kind: Kind = Kind.SMALL
    notes: list[str] = field(default_factory=list)

    def grown(self):
        return Thing(self.name, Kind.BIG)


def default_thing():
    return Thing("default")
