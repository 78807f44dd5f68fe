class Point:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x = self.y = 0


NAMES = ("a", "b")


class Computed:
    __slots__ = NAMES  # error: E0201 "`__slots__` that is no display of literals"


p = Point()
