import math


def show(x, y):
    print(math.copysign(x, y))


show(1.0, -2.0)
show(-1.0, 2.0)
show(1.0, -0.0)
show(0.0, -1.0)
show(math.inf, -1.0)
show(5.0, -math.inf)
print(math.copysign(3, -1), math.copysign(math.nan, -1.0))
