import operator
import unittest

from rlib import int as rint
from support import EDGES, LEAST, MOST, fits, helper, outcome, random_int, seeded

PAIRS = [(a, b) for a in EDGES[::3] for b in EDGES[::5]] + [(a, b) for a in (LEAST, MOST, 0, 1, -1) for b in EDGES]


class IntTest(unittest.TestCase):
    def same(self, theirs, ours, *args):
        """As CPython; an OverflowError where its result leaves 64 bits."""
        expected = outcome(theirs, *args)
        got = helper(ours, *args)
        if expected == got:
            return
        left = not fits(expected)
        self.assertTrue(left and got[0] == "OverflowError", (theirs, args, expected, got))

    def pairs(self, seed, n=3000):
        rng = seeded(seed)
        return PAIRS + [(random_int(rng), random_int(rng)) for _ in range(n)]

    def test_division(self):
        for a, b in self.pairs("division"):
            self.same(operator.floordiv, rint.ll_int_floordiv, a, b)
            self.same(operator.mod, rint.ll_int_mod, a, b)
            self.same(divmod, rint.ll_int_divmod, a, b)

    def test_true_division(self):
        for a, b in self.pairs("truediv"):
            self.same(operator.truediv, rint.ll_int_truediv, a, b)
        rng = seeded("halves")
        for _ in range(3000):
            # Quotients that lie beside a half of the last place.
            b = rng.getrandbits(10) | 1
            a = ((rng.getrandbits(53) | 1 << 52) * 2 + 1) * b // rng.choice((1, 2, 4)) + rng.randrange(-1, 2)
            if abs(a) <= MOST:
                self.same(operator.truediv, rint.ll_int_truediv, a, b)

    def test_shifts(self):
        for a in EDGES:
            for b in list(range(-2, 67)) + [LEAST, MOST]:
                if b < 1000 or a == 0:
                    self.same(operator.lshift, rint.ll_int_lshift, a, b)
                self.same(operator.rshift, rint.ll_int_rshift, a, b)

    def test_pow(self):
        for a in EDGES:
            for b in list(range(70)) + [MOST]:
                if b < 70 or a in (0, 1, -1):
                    self.same(operator.pow, rint.ll_int_pow, a, b)
        self.same(operator.pow, rint.ll_int_pow, 0, -1)
        self.assertEqual(helper(rint.ll_int_pow, 2, -1)[0], "OverflowError")

    def test_pow_mod(self):
        rng = seeded("pow_mod")
        for _ in range(700):
            a, b, m = random_int(rng), random_int(rng), random_int(rng)
            self.same(pow, rint.ll_int_pow_mod, a, b, m)
            self.same(pow, rint.ll_int_pow_mod, a, abs(b) >> 1, m)
        for a in (LEAST, MOST, -1, 0, 1, 2):
            for b in (LEAST, -2, -1, 0, 1, 3, MOST):
                for m in (LEAST, MOST, -7, -2, -1, 0, 1, 2, 7):
                    self.same(pow, rint.ll_int_pow_mod, a, b, m)

    def test_round(self):
        rng = seeded("round")
        for n in EDGES + [random_int(rng) for _ in range(1000)] + list(range(-30, 30)):
            for digits in range(-22, 3):
                self.same(round, rint.ll_int_round, n, digits)

    def test_text(self):
        rng = seeded("text")
        for n in EDGES + [random_int(rng) for _ in range(3000)] + list(range(-1000, 1000)):
            self.same(str, rint.ll_int_str, n)
            self.same(hex, rint.ll_int_hex, n)
            self.same(oct, rint.ll_int_oct, n)
            self.same(bin, rint.ll_int_bin, n)
            self.same(abs, rint.ll_int_abs, n)

    def test_gcd(self):
        import math

        for a, b in self.pairs("gcd", 500):
            self.same(math.gcd, rint.ll_int_gcd, a, b)

    def test_from_float(self):
        inf = float("inf")
        for x in (0.0, -0.0, 0.9, -0.9, 1e18, -1e19, 1e19, 2.0**63, -(2.0**63), -(2.0**63) - 2048, inf, -inf, inf - inf):
            self.same(int, rint.ll_int_from_float, x)

    def test_from_str(self):
        texts = (
            "0 -0 +7 00 007 0_0 1_000 _1 1_ 1__0 - + +-1 0x10 0X_f 0x 0x_ 0b101 0b2 0o17 0o8 z Z9 ff 1.0 1e5 ' \" \\ é "
            "٣٤ -٣ ٣x ３_４ \u3000 \x1c5 5\x1c 5\x00 9223372036854775807 9223372036854775808 "
            "-9223372036854775808 -9223372036854775809 99999999999999999999x 0b1_0 0_b1 08 0_7 1_2_3"
        ).split(" ")
        texts += ["", " ", " 1", "1 ", " 1 2 ", "\t\n\r\x0b\x0c 5", "\u30005\u2003", "\x1c５", "5\x00", "- 1", "a'b\"c" * 60, "é" * 300]
        for text in texts:
            self.same(int, rint.ll_int_from_str, text)
            for base in (0, 2, 8, 10, 16, 36, 1, 37, -1):
                self.same(int, rint.ll_int_parse, text, base)
        rng = seeded("from_str")
        for _ in range(20000):
            text = "".join(rng.choice("0011_xXbBoO9aZ -+ ٣") for _ in range(rng.randrange(1, 7)))
            self.same(int, rint.ll_int_parse, text, rng.choice((0, 2, 8, 10, 16, 36)))


if __name__ == "__main__":
    unittest.main()
