from copy import copy, deepcopy
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Color(Enum):
    RED = 1
    BLUE = 2


@dataclass
class Item:
    name: str
    color: Color
    tags: list = field(default_factory=list)


class Point(NamedTuple):
    x: int
    parts: list


class Tree:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)
        self.parent = None
        for child in self.children:
            child.parent = self

    def total(self):
        return self.value + sum(child.total() for child in self.children)


a = Item("a", Color.RED, ["x"])
b = deepcopy(a)
c = copy(a)
b.tags.append("y")
print(a, b, c, a == c, a == b, b.color is a.color, c.tags is a.tags)
p = Point(1, [2])
q = deepcopy(p)
q.parts.append(3)
print(p, q, copy(p).parts is p.parts)
t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
u = deepcopy(t)
u.children[1].children[0].value = 10
print(t.total(), u.total(), u.children[0].parent is u, u.children[1].children[0].parent is u.children[1])
both = deepcopy({"t": [t, t], "n": None})
print(both["t"][0] is both["t"][1], both["t"][0] is t)
deep = []
for i in range(50):
    deep = [deep, i]
again = deepcopy(deep)
print(again == deep, again is deep)
big = [[i] for i in range(20000)]
twice = deepcopy([big, big])
print(len(twice[0]), twice[0] is twice[1], twice[0][19999], twice[0][5] is big[5])


class Broken:
    def __deepcopy__(self, memo):
        raise ValueError("cannot")


try:
    deepcopy([[1], Broken()])
except ValueError as e:
    print(e)
print(deepcopy([[1], [2]]))
