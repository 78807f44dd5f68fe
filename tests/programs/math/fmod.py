import math


def show(x, y):
    try:
        print(math.fmod(x, y))
    except ValueError as e:
        print(e)


show(7.0, 3.0)
show(-7.0, 3.0)
show(7.0, -3.0)
show(1e300, 7.0)
show(5.5, 0.1)
show(0.0, 1.0)
show(-0.0, 1.0)
show(1.0, math.inf)
show(1.0, 0.0)
show(math.inf, 1.0)
show(math.nan, 1.0)
