from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Node:
    __match_args__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


class Leaf:
    __match_args__ = ("value",)

    def __init__(self, value):
        self.value = value


def where(p):
    match p:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"y axis at {y}"
        case Point(x, 0):
            return f"x axis at {x}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x):
            return f"somewhere, {x}"


def total(tree):
    match tree:
        case Leaf(v):
            return v
        case Node(Leaf(a), Leaf(b)):
            return a + b
        case Node(left, right):
            return total(left) + total(right)


for p in [Point(0, 0), Point(0, 3), Point(4, 0), Point(5, 5), Point(1, 2)]:
    print(where(p))
print(total(Node(Node(Leaf(1), Leaf(2)), Leaf(3))))
