import math
import unittest

from rlib import float_parts, lowlevel as ll
from support import helper, outcome, seeded
from test_float import SPECIAL, any_float


class FloatPartsTest(unittest.TestCase):
    def floats(self, seed, n):
        rng = seeded(seed)
        return SPECIAL + [any_float(rng) for _ in range(n)] + [rng.getrandbits(k % 70 + 1) * 0.5 ** (k % 80) for k in range(n)]

    def test_parts(self):
        for x in self.floats("parts", 3000):
            self.assertEqual(outcome(x.is_integer), helper(float_parts.ll_float_is_integer, x))
            if math.isfinite(x):
                m, q = float_parts.ll_float_odd(x)
                self.assertEqual(math.ldexp(m, q), x)
                self.assertTrue(m & 1 or (m, q) == (0, 0))

    def test_hex(self):
        for x in self.floats("hex", 5000):
            self.assertEqual(outcome(x.hex), helper(float_parts.ll_float_hex, x))
            self.same(x.hex())

    def same(self, text):
        self.assertEqual(outcome(float.fromhex, text), helper(float_parts.ll_float_from_hex, text), text)

    def test_from_hex(self):
        texts = (
            "0 1 -1 +f .8 8. . 0x 0x. 0x1 0X1P5 1p 1p+ 1p-2 1p+_2 0x1_0 inf -INF infinity Infinit nan -NaN nanx g 1g 1p5x - + -- 0x-1 "
            "0x1p1023 0x1p1024 0x1.fffffffffffff7p1023 0x1.fffffffffffff8p1023 0x1.fffffffffffff7fffffp1023 0x1p-1074 0x1p-1075 "
            "0x1.0000001p-1075 0x.8p-1074 0x1p-1076 0x1.fp-1076 0x3p-1075 0x5p-1075 0x0p99999999999999999999 0x1p99999999999999999999 "
            "0x1p-99999999999999999999 0x1.00000000000008p0 0x1.000000000000080000000000001p0 0x1.00000000000018p0 "
            "0x0.0000000000000000000000000000000001p0 0x100000000000000000000000000000000001p0 0x1.ffffffffffffffp-1023 0x0.fffffffffffff8p-1022 é"
        ).split(" ")
        for text in texts + ["", " ", " 1 ", "\t0x1p5\n", "1 2", "\u30001", "1\x00", "0x1" + "0" * 300, "0x0." + "0" * 300 + "1"]:
            self.same(text)
        rng = seeded("from hex")
        for _ in range(20000):
            self.same("".join(rng.choice("01f8.xpP+- 0") for _ in range(rng.randrange(1, 8))))
            digits = "".join(rng.choice("0000078ff1") for _ in range(rng.randrange(1, rng.choice((4, 16, 30)))))
            point = rng.randrange(len(digits) + 1)
            self.same("%s.%sp%d" % (digits[:point], digits[point:], rng.choice((0, -1022, -1074, 1000, -1100)) + rng.randrange(-70, 70)))


if __name__ == "__main__":
    unittest.main()
