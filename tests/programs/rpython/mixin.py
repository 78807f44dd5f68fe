"""`import_from_mixin`: what a class has of another one without deriving from it."""

from rpython.rlib.objectmodel import import_from_mixin


class Counted(object):
    count = 0

    def bump(self):
        self.count += 1
        return self.name() + str(self.count)

    def name(self):
        return "counted"


class Shape(object):
    def area(self):
        return 1


class Square(Shape):
    import_from_mixin(Counted)

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side

    def name(self):
        return "square"


class Other(object):
    import_from_mixin(Counted)


s = Square(3)
print(s.bump(), s.bump(), s.area(), isinstance(s, Shape))
print(Other().bump())
