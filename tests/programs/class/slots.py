class Point:
    __slots__ = ("x", "y", "__hidden")

    def __init__(self, x, y):
        self.x, self.y = x, y
        self.__hidden = 0

    def spoil(self):
        self.__hidden += 1
        return self.__hidden


class Named(Point):
    """Without slots of its own: anything goes."""

    def __init__(self, x, y, name):
        super().__init__(x, y)
        self.name = name


class Counted(Point):
    __slots__ = ["count"]
    total = 0

    def __init__(self):
        super().__init__(0, 0)
        self.count = 3


class Free:
    pass


p, n, c = Point(1, 2), Named(3, 4, "n"), Counted()
print(p.x, p.spoil(), n.name, c.count, Counted.total)
for thing in [p, n, c, Free()]:
    try:
        thing.colour = "red"
        print(thing.colour)
    except AttributeError as e:
        print("AttributeError:", e)
