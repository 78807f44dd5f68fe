"""A program that ends with an exception after a good deal of work."""
from math import sqrt


def parse_fraction(numerator, denominator):
    try:
        return numerator / denominator
    except ZeroDivisionError as e:
        raise ValueError(f"{numerator}/{denominator} is not a number") from e


def geometric_mean(a, b):
    if a * b < 0:
        raise ArithmeticError(f"mean of {a} and {b}")
    return sqrt(a * b)


def harmonic_mean(a, b):
    return 2 / (1 / a + 1 / b)


def all_means(a, b):
    arithmetic = (a + b) / 2
    geometric = geometric_mean(a, b)
    harmonic = harmonic_mean(a, b)
    return harmonic, geometric, arithmetic


def show(a, b):
    try:
        h, g, m = all_means(a, b)
    except ZeroDivisionError:
        print(a, b, "have no harmonic mean")
        return None
    except ArithmeticError as e:
        print("no", e)
        return None
    print(a, b, h <= g <= m, h, g, m)
    return m - h


spread = 0
for i in range(-1, 4):
    difference = show(i, 4)
    if difference is not None:
        spread += difference
print("spread", spread)
total = 0
for denominator in range(5, -1, -1):
    total += parse_fraction(10, denominator)
    print("total", total)
print("never reached")
