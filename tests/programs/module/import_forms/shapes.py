SIDES = 4
UNIT = "cm"


def area(a, b):
    return a * b


def perimeter(a, b):
    return 2 * (a + b)
