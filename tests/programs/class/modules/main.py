import shapes
from base import Shape
import base


class Square(Shape):
    def __init__(self, s):
        Shape.__init__(self, "square")
        self.s = s

    def area(self):
        return self.s ** 2


class Blob(base.Shape):
    def __init__(self, n):
        super().__init__("blob")


base.registry["square"] = Square
base.registry["blob"] = Blob
for kind in ["circle", "square"]:
    print(shapes.make(kind, 3))
print(Shape.count, base.Shape.count, isinstance(shapes.make("circle", 1), Shape))
try:
    shapes.make("hexagon", 1)
except shapes.BadShape as e:
    print("bad", e, repr(e))


def deep(n):
    if n == 0:
        return shapes.make("blob", 1).area()
    return deep(n - 1)


try:
    deep(2)
except NotImplementedError as e:
    print(e)
try:
    raise shapes.BadShape("one") from KeyError("k")
except shapes.BadShape:
    shapes.make("triangle", 2)
