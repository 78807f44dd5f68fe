import functools
from functools import cached_property


class Circle:
    def __init__(self, r):
        self.r = r
        self.calls = 0

    @cached_property
    def area(self):
        """The area."""
        self.calls += 1
        return self.r * self.r * 3

    @functools.cached_property
    def name(self):
        return f"circle of {self.r}"


class Ring(Circle):
    @cached_property
    def area(self):
        return super().area - 1

    @cached_property
    def sizes(self):
        return [self.area, self.r]


c = Circle(2)
print(c.area, c.area, c.calls, c.name)
c.area = 100
print(c.area, c.calls)
r = Ring(5)
print(r.area, r.calls, r.sizes, r.sizes is r.sizes, r.name)
r.sizes.append(1)
print(r.sizes)
for shape in [Circle(1), Ring(1)]:
    print(shape.area, shape.name, getattr(shape, "area"))


def work():
    class Local:
        @cached_property
        def x(self):
            return 41 + 1

    return Local().x


print(work(), work())
