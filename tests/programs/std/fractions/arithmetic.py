"""What fractions do with each other, with ints and with floats."""

import math
from fractions import Fraction

a = Fraction(3, 4)
b = Fraction(-5, 6)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))
print(a + 1, 1 + a, a - 2, 2 - a, a * 3, 3 * a, a / 2, 2 / a, a // 2, 7 // a, a % 2, 7 % a, divmod(7, a), divmod(a, 2))
print(a + 0.5, 0.5 + a, a - 0.5, 0.5 - a, a * 0.5, 0.5 * a, a / 0.5, 0.5 / a, a // 0.5, 2.5 // a, a % 0.5, 2.5 % a)
print(divmod(a, 0.5), divmod(2.5, a))
print(a**2, a**-2, a**0, b**3, b**-3, a ** Fraction(2), a ** Fraction(1, 2), a**0.5, 2 ** Fraction(3), 2 ** Fraction(-3), 4 ** Fraction(1, 2), 2.0**a)
print(-a, +a, abs(b), int(Fraction(-7, 2)), float(b), bool(a), bool(Fraction()), math.floor(b), math.ceil(b), math.trunc(b), math.sqrt(Fraction(1, 4)))
print([round(Fraction(n, 2)) for n in range(-5, 6)], round(Fraction(22, 7), 2), round(Fraction(12345, 7), -2), round(Fraction(1, 3), 0))
total = sum(Fraction(1, n) for n in range(1, 41))
print(total, float(total), sum([Fraction(1, 3)] * 3) == 1)
product = Fraction(1)
for n in range(1, 30):
    product *= Fraction(n, n + 2)
print(product, max(a, b), min([a, b, Fraction(0)]), sorted([a, b, Fraction(1, 3)]))
for f in [lambda: a / 0, lambda: a / Fraction(0), lambda: b / 0, lambda: 3 / Fraction(0), lambda: Fraction(0) ** -1, lambda: a // 0, lambda: a % 0]:
    try:
        print(f())
    except ZeroDivisionError as e:
        print(type(e).__name__)
x = Fraction(1, 2)
x += 1
x *= 3
x /= 7
x -= Fraction(1, 14)
print(x, x.numerator + x.denominator)
print(abs(Fraction(-1, 3)) - Fraction(1, 3) == 0, Fraction(1, 3) * 3 == 1.0)
