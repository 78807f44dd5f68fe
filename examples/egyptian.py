"""Fractions as the Egyptians wrote them, and as continued fractions.

An Egyptian fraction is a sum of different unit fractions; the greedy way of
Fibonacci always takes the largest that fits.
"""

from math import gcd, pi, sqrt


def egyptian(a, b):
    text = ""
    whole, a = divmod(a, b)
    if whole:
        text = str(whole)
    while a:
        unit = -(-b // a)
        text += (" + " if text else "") + f"1/{unit}"
        if b > 9223372036854775807 // unit:
            return text + " + ..."
        a, b = a * unit - b, b * unit
        common = gcd(a, b)
        a //= common
        b //= common
    return text or "0"


def continued(x, terms):
    """The continued fraction of x, and the last convergent that it gives."""
    text = ""
    before, numerator = 0, 1
    before_d, denominator = 1, 0
    for i in range(terms):
        whole = int(x)
        text += str(whole) if i == 0 else ("; " if i == 1 else ", ") + str(whole)
        before, numerator = numerator, whole * numerator + before
        before_d, denominator = denominator, whole * denominator + before_d
        if x == whole:
            break
        x = 1 / (x - whole)
    return text, numerator, denominator


def perfect_numbers(limit):
    for n in range(2, limit):
        total = 1
        d = 2
        while d * d < n:
            if n % d == 0:
                total += d + n // d
            d += 1
        if d * d == n:
            total += d
        if total == n:
            print(n, "is perfect")


def main():
    for a, b in ((3, 4), (2, 3), (5, 6), (4, 13), (7, 15), (31, 311), (22, 7), (0, 5)):
        print(f"{a}/{b} = {egyptian(a, b)}")
    golden = (1 + sqrt(5)) / 2
    for x in (pi, golden, sqrt(2.0), 0.75, 2.718281828459045):
        for terms in range(2, 11, 4):
            text, n, d = continued(x, terms)
            print(f"{x} = [{text}], about {n}/{d}, off by {n / d - x}")
    perfect_numbers(9000)


if __name__ == "__main__":
    main()
