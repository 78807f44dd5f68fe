import decimal
import math
import operator
import os
import unittest

from rlib import float as rfloat, lowlevel as ll, pow as rpow
from support import helper, outcome, seeded
from test_float import SPECIAL, any_float


def with_glibc_and_fma():
    """Is CPython's own power the one that rlib/pow.py plays?"""
    try:
        with open("/proc/cpuinfo") as f:
            fma = " fma " in f.read()
        version = os.confstr("CS_GNU_LIBC_VERSION").split()[1]
        return fma and tuple(map(int, version.split("."))) >= (2, 28)
    except (OSError, ValueError, AttributeError):
        return False


def arguments(rng):
    kind = rng.randrange(8)
    if kind == 0:
        return rng.uniform(0.0, 100.0), rng.choice((0.5, 1.5, 2.0, 3.0, -1.0, -1.5))
    if kind == 1:
        return 2.0 ** rng.uniform(-1074.0, 1023.0), rng.uniform(-3.0, 3.0)
    if kind == 2:
        return 10.0, float(rng.randrange(-330, 312))
    if kind == 3:
        return math.exp(rng.uniform(-0.01, 0.01)), rng.uniform(-80000.0, 80000.0)
    if kind == 4:
        x = 2.0 ** rng.uniform(0.1, 5.0)
        return x, rng.uniform(-1080.0, -1000.0) / math.log2(x)
    if kind == 5:
        return 1.0 + rng.uniform(-1.0, 1.0) * 2.0 ** -rng.randrange(1, 53), rng.choice((1, -1)) * 2.0 ** rng.uniform(-70, 64)
    if kind == 6:
        return -float(rng.randrange(1, 50)), float(rng.randrange(-100, 100))
    return abs(any_float(rng)), any_float(rng)


class PowTest(unittest.TestCase):
    def test_special(self):
        values = SPECIAL[::5] + [s * x for x in (0.0, 1.0, 2.0, 3.0, 0.5, 2.0**53, 2.0**53 - 1, math.inf) for s in (1, -1)] + [math.nan]
        for x in values:
            for y in values:
                self.check(x, y)

    def test_random(self):
        rng = seeded("pow")
        for _ in range(15000):
            self.check(*arguments(rng))

    def check(self, x, y):
        expected = outcome(operator.pow, x, y)
        got = helper(rfloat.ll_float_pow, x, y)
        if x < 0.0 and math.isfinite(x) and math.isfinite(y) and y != math.floor(y):
            # CPython's result is a complex number.
            self.assertEqual(got[0], "ValueError", (x, y))
        elif with_glibc_and_fma() or not isinstance(expected, str) or not math.isfinite(float.fromhex(expected)):
            self.assertEqual(expected, got, (x, y))
        else:
            a, b = float.fromhex(expected), float.fromhex(got)
            self.assertLessEqual(abs(a - b), math.ulp(a), (x, y))

    def test_tables(self):
        """They are what they say: logarithms and powers of two."""
        bits = ll.float_bits
        offset = 0x3FE6955500000000
        with decimal.localcontext() as context:
            context.prec = 60
            two = decimal.Decimal(2)
            for i in range(128):
                start = offset + (i << 45)
                middle = ll.float_from_bits(start - (start - offset & -1 << 52) + (1 << 44))
                unit = 128 if middle < 1.0 else 256
                log = -(decimal.Decimal(round(unit / middle)) / unit).ln()
                high = (log * two**43).to_integral_value() / two**43
                self.assertEqual(rpow.ll_log_c(i), (float(high), float(log - high)))
                power = (two.ln() * i / 128).exp()
                high = float(power)
                low = float(power / decimal.Decimal(high) - 1)
                self.assertEqual(rpow.ll_power_of_two(i), (bits(high) - (i << 45), low))

    def test_fma(self):
        from fractions import Fraction

        rng = seeded("fma")
        for _ in range(3000):
            a, b = rng.uniform(-2.0, 2.0), rng.uniform(-2.0, 2.0)
            c = rng.choice((-a * b, rng.uniform(-2.0, 2.0), rng.uniform(-1.0, 1.0) * 2.0 ** -rng.randrange(100)))
            exact = Fraction(a) * Fraction(b) + Fraction(c)
            self.assertEqual(rpow.ll_fma(a, b, c), exact.numerator / exact.denominator)


if __name__ == "__main__":
    unittest.main()
