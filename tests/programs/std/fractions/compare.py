"""Fractions as keys, and in comparisons with ints and floats."""

from copy import copy, deepcopy
from fractions import Fraction

a = Fraction(1, 2)
print(a == 0.5, a == Fraction(2, 4), a == 1, Fraction(4, 2) == 2, 2 == Fraction(2), 0.5 == a, a != 0.5, a == "x")
print(a < 1, a <= 0.5, a > Fraction(1, 3), a >= 1, 1 > a, 0.25 < a, a < 0.1, Fraction(1, 10) == 0.1)
inf = float("inf")
nan = float("nan")
print(a < inf, a > -inf, a <= nan, a == inf, a == nan, a >= -inf, inf > a)
for f in [Fraction(0), Fraction(1, 2), Fraction(-1, 2), Fraction(7), Fraction(-1), Fraction(1, 3), Fraction(10**30), Fraction(3, 2**61 - 1)]:
    print(hash(f))
print(hash(Fraction(1, 2)) == hash(0.5), hash(Fraction(10**20)) == hash(10**20))
d = {Fraction(1, 2): "half", 1: "one"}
print(d[Fraction(2, 4)], d[Fraction(3, 3)], 0.5 in {Fraction(1, 2)})
print(copy(a) == a, deepcopy([a])[0] == a, isinstance(a, Fraction))
print(sorted([Fraction(1, 2), 0.25, 1, Fraction(1, 3)], key=float))
