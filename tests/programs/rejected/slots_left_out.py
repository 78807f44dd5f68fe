class Point:
    __slots__ = ("x", "y")
    total = 0

    def __init__(self):
        self.x = self.y = 0


p = Point()
p.z = 1  # error: E0314 "the attribute `z` of Point cannot be assigned"
p.total = 1  # error: E0314 "the attribute `total` of Point cannot be assigned"
