from dataclasses import dataclass

import base
from base import Kind, Spot
from base import default_thing as make


@dataclass
class Tool(base.Thing):
    weight: float = 0.5


@dataclass
class Toy(Tool):
    spot: Spot = Spot(0, 0)


t = Tool("hammer", weight=2.0)
print(t, t.grown(), make())
print([k.name for k in base.Kind], t.kind is Kind.SMALL, base.Kind.BIG)
x, y = Toy("ball", spot=Spot(1, 2)).spot
print(x + y, Toy("top"), isinstance(t, base.Thing))
