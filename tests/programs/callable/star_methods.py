"""Stars in calls of classes and methods of the program."""


class Point:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def moved(self, *by):
        return Point(self.x + sum(by), self.y)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __call__(self, a, *, b):
        return a + b + self.x


class Named(Point):
    def __init__(self, name, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.name = name

    def __repr__(self):
        return f"{self.name}: {super().__repr__()}"


class Plain:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)


class Empty:
    pass


for coordinates in [[1], [1, 2], [], [1, 2, 3]]:
    try:
        print(Point(*coordinates), Named("n", *coordinates))
    except TypeError as e:
        print(e)
p = Point(*[5])
print(p.moved(*[1, 2, 3]), p.moved(*[]), p(*[1], **{"b": 2}))
options = {"y": 3, "x": 4}
print(Named("m", **options), Named(**{"name": "k", "x": 1}))
for n in range(2):
    try:
        Plain(*range(n))
        print("plain")
    except TypeError as e:
        print(e)
    try:
        Empty(*range(n))
        print("empty")
    except TypeError as e:
        print(e)
