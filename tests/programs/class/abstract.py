from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        ...

    @abstractmethod
    def name(self):
        ...

    def describe(self):
        return f"{self.name()} {self.area()}"


class Half(Shape):
    def name(self):
        return "half"


class Square(Half):
    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s * self.s


print(Square(2).describe())
for make in [lambda: Shape(), lambda: Half()]:
    try:
        make()
    except TypeError as e:
        print(e)
