"""Fractions of ints, floats, texts and fractions."""

from fractions import Fraction

print(Fraction(16, -10), Fraction(123), Fraction(), Fraction(0, 5), Fraction(-3, -6), repr(Fraction(3, 6)))
print(Fraction(2.25), Fraction(1.1), Fraction(-0.0), Fraction(1e300).denominator, Fraction(5e-324).numerator)
print(Fraction(Fraction(1, 2)), Fraction(Fraction(1, 2), Fraction(3, 4)), Fraction(True), Fraction(2**100, 2**98))
print(Fraction(Fraction(1, 2), 3), Fraction(3, Fraction(1, 2)))
for text in ["3/7", " -3/7 ", "1.414213 \t\n", "-.125", "7e-6", "1E3", "5.", "1_000/3", "+12", "3/-4", "1/0", "", ".", "a", "1/2/3", "1e", "1 /2", "1__0", "0x1"]:
    try:
        print(repr(text), Fraction(text))
    except (ValueError, ZeroDivisionError) as e:
        print(repr(text), type(e).__name__, e)
for x in [float("nan"), float("inf")]:
    try:
        print(Fraction(x))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
try:
    Fraction(12, 0)
except ZeroDivisionError as e:
    print(e)
print(Fraction.from_float(0.3), Fraction.from_float(7), Fraction(1, 3).numerator, Fraction(1, 3).denominator)
print(Fraction(10, 4).as_integer_ratio(), str(Fraction(4, 2)), f"{Fraction(1, 2)}", [Fraction(1, 2), Fraction(2)])
print(Fraction("3.1415926535897932").limit_denominator(1000), Fraction(0.1).limit_denominator(), Fraction(1.1).limit_denominator(10))
print([Fraction(3.14159).limit_denominator(n) for n in (1, 2, 5, 7, 8, 50, 100, 113, 1000)])
print([Fraction(-2, 7).limit_denominator(n) for n in (1, 2, 3, 4, 6, 7)])
try:
    Fraction(1, 2).limit_denominator(0)
except ValueError as e:
    print(e)
