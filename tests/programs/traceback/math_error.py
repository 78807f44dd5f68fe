import math


def f(x):
    return math.sqrt(x)


f(-1.0)
