from dataclasses import dataclass, field, KW_ONLY
from typing import ClassVar


@dataclass
class Shape:
    name: str
    sides: int = 0
    created: ClassVar[int] = 0

    def __post_init__(self):
        Shape.created += 1
        self.title = self.name.title()

    def area(self):
        return 0.0


@dataclass
class Rectangle(Shape):
    width: float = 1.0
    height: float = 1.0
    sides: int = 4

    def area(self):
        return self.width * self.height


@dataclass
class Named:
    first: str
    _: KW_ONLY
    last: str = "?"
    tags: list[str] = field(default_factory=list)


class Plain(Named):
    pass


r = Rectangle("box", width=2.0, height=3.5)
print(r, r.area(), r.title, Shape.created)
shapes = [Shape("dot"), r]
print([s.area() for s in shapes], Shape("a") == Shape("a"), Shape("a") == r, Shape.created)
print(Named("a"), Named("b", last="c", tags=["t"]))
print(Plain("p"), Plain("p") == Plain("p"), Plain("p") == Named("p"))
