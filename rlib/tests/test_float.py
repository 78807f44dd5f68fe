import math
import operator
import struct
import unittest

from rlib import float as rfloat
from support import EDGES, fits, helper, outcome, random_int, seeded

INF = math.inf
SPECIAL = [0.0, 1.0, 0.1, 0.5, 1.5, 2.5, 3.0, 1e15, 1e16, 1e17, 123456789012345680.0, 1e-4, 1e-5, 0.00012345, 5e-324]
SPECIAL += [2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308, 1e22, 1e23, 9007199254740992.0]
SPECIAL += [9007199254740993.0, 4503599627370496.5, 9.5, 1e100, 4.35, 2.675, 1.005, INF, math.nan, 2.0**63, 2.0**-1074 * 3]
SPECIAL += [2.0**k for k in range(-1074, 1024, 37)] + [10.0**k for k in range(-320, 309, 7)]
SPECIAL += [-x for x in SPECIAL]


def any_float(rng):
    """Any bit pattern, or one with few digits, or one of like size to others."""
    kind = rng.randrange(4)
    if kind == 0:
        return struct.unpack("<d", rng.randbytes(8))[0]
    if kind == 1:
        return float("%d.%de%d" % (rng.randrange(1000), rng.randrange(1000), rng.randrange(-12, 20)))
    if kind == 2:
        return rng.uniform(-100.0, 100.0)
    return float(rng.randrange(-1000, 1000)) * rng.choice((1.0, 0.25, 0.1))


class FloatTest(unittest.TestCase):
    def same(self, theirs, ours, *args):
        """As CPython; an OverflowError where its result leaves 64 bits."""
        expected = outcome(theirs, *args)
        got = helper(ours, *args)
        if expected != got:
            self.assertTrue(not fits(expected) and got[0] == "OverflowError", (theirs, args, expected, got))

    def floats(self, seed, n):
        rng = seeded(seed)
        return SPECIAL + [any_float(rng) for _ in range(n)]

    def test_repr(self):
        for x in self.floats("repr", 20000):
            self.same(repr, rfloat.ll_float_repr, x)

    def test_division(self):
        pairs = [(x, y) for x in SPECIAL[::3] for y in SPECIAL[::4]]
        rng = seeded("division")
        pairs += [(any_float(rng), any_float(rng)) for _ in range(5000)]
        for x, y in pairs:
            self.same(operator.truediv, rfloat.ll_float_truediv, x, y)
            self.same(operator.floordiv, rfloat.ll_float_floordiv, x, y)
            self.same(operator.mod, rfloat.ll_float_mod, x, y)
            self.same(divmod, rfloat.ll_float_divmod, x, y)

    def test_compare_with_int(self):
        def compare(x, n):
            return 2 if x != x else (x > n) - (x < n)

        rng = seeded("compare")
        for n in EDGES:
            for x in (float(n), math.nextafter(float(n), INF), math.nextafter(float(n), -INF), n + 0.5):
                self.same(compare, rfloat.ll_float_int_cmp, x, n)
        for x in self.floats("compare", 2000):
            self.same(compare, rfloat.ll_float_int_cmp, x, random_int(rng))

    def test_round(self):
        for x in self.floats("round", 1500):
            self.same(round, rfloat.ll_float_round0, x)
            for digits in range(-5, 20, 3):
                self.same(round, rfloat.ll_float_round, x, digits)
        rng = seeded("round digits")
        for x in self.floats("round any", 3000):
            self.same(round, rfloat.ll_float_round, x, rng.randrange(-330, 340))
        for _ in range(3000):
            # Ties, and what lies beside them.
            x = float(rng.randrange(1, 1 << 50)) * 0.5 ** rng.randrange(1, 20)
            for y in (x, math.nextafter(x, INF), math.nextafter(x, 0.0)):
                self.same(round, rfloat.ll_float_round, y, rng.randrange(-3, 8))
        for digits in (-(1 << 63), (1 << 63) - 1):
            self.same(round, rfloat.ll_float_round, 2.5, digits)

    def test_from_text(self):
        texts = (
            "0 -0 +1 1. .5 . -. 1.e5 .5e-3 1e 1e+ 1e-_1 1_0.0_1e1_0 1__0 _1 1_ 1_.5 1._5 1e5_ e5 1e5.0 0x10 inf -InF nan -nan "
            "infinity INFINITY infinit infinityx nanx na 1e400 -1e400 1e-400 0e99999999999999999999 1e99999999999999999999 "
            "1e-99999999999999999999 9007199254740993 9007199254740993.0000000000000000001 ٣.٥ ３e２ é "
            "2.4703282292062327e-324 2.4703282292062328e-324 1.7976931348623158e308 1.7976931348623159e308"
        ).split(" ")
        texts += ["", " ", "\t1.5\n", "\u20031.5\u3000", "1 2", "1.5\x1c", "1\x00", "a" * 400, "- 1", "'", "1" * 1000, "0." + "0" * 400 + "1"]
        for text in texts:
            self.same(float, rfloat.ll_float_from_str, text)
        rng = seeded("text")
        for _ in range(5000):
            text = "".join(rng.choice("01_.eE+-9 n") for _ in range(rng.randrange(1, 8)))
            self.same(float, rfloat.ll_float_from_str, text)

    def test_from_decimal(self):
        rng = seeded("decimal")
        for _ in range(10000):
            digits = "".join(rng.choice("0123456789") for _ in range(rng.randrange(1, rng.choice((4, 20, 40)))))
            self.same(float, rfloat.ll_float_from_str, "%s.%se%d" % (digits, digits, rng.randrange(-345, 312)))
        for x in self.floats("read back", 2000):
            self.same(float, rfloat.ll_float_from_str, repr(x))

    def test_from_halfway(self):
        from decimal import Decimal, localcontext

        rng = seeded("halfway")
        with localcontext() as context:
            context.prec = 1200
            for _ in range(80):
                x = abs(any_float(rng))
                y = math.nextafter(x, INF)
                if math.isfinite(y):
                    middle = str((Decimal(x) + Decimal(y)) / 2)
                    mantissa, _, exponent = middle.partition("E")
                    end = "E" + exponent if exponent else ""
                    point = "" if "." in mantissa else "."
                    for tail in ("", "0", "1", "0" * 50 + "1", "0" * 800 + "1"):
                        self.same(float, rfloat.ll_float_from_str, mantissa + point + tail + end)
                    self.same(float, rfloat.ll_float_from_str, mantissa[:-1] + chr(ord(mantissa[-1]) - 1) + "9" * 30 + end)


if __name__ == "__main__":
    unittest.main()
