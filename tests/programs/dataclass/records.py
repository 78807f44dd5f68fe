from dataclasses import dataclass, field, asdict, astuple, fields, replace, is_dataclass
from typing import List, Optional, ClassVar

@dataclass
class Point:
    x: int
    y: int = 0

@dataclass
class Line:
    a: Point
    b: Point
    tags: List[str] = field(default_factory=list)
    notes: dict = field(default_factory=dict)
    kind: ClassVar[str] = "line"

@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int
    name: str = field(default="n", compare=False, repr=False)

p = Point(1, 2)
print(asdict(p), astuple(p))
l = Line(Point(1, 2), Point(3), ["t"])
print(asdict(l))
print(astuple(l))
print([f.name for f in fields(l)])
print([f.name for f in fields(Line)])
for f in fields(p):
    print(f.name, getattr(p, f.name))
print(replace(p, x=9), replace(V(1, 2), minor=4))
print(is_dataclass(p), is_dataclass(Point), is_dataclass(3))
print({f.name: getattr(p, f.name) for f in fields(p)})
for k, v in asdict(p).items():
    print(k, v)
import json
print(json.dumps(asdict(l)))
print(Point(**{"x": 1, "y": 2}) if False else 1)
print(Line.__name__, p.__class__.__name__)

from collections import namedtuple

Pair = namedtuple("Pair", "left right")


@dataclass
class Tree:
    value: int
    left: Optional["Tree"] = None
    right: Optional["Tree"] = None
    pair: Pair = Pair(1, 2)


t = Tree(1, Tree(2), Tree(3, None, Tree(4)))
print(asdict(t))
print(astuple(t))
s = asdict(l)
s["tags"] = ["changed"]
print(l, s)
