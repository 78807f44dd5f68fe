from .divide import divide


def ratio(a, b):
    return divide(a, b)
