zero = 0


def f(a, b=1 // zero):
    return a


f(1)
