import math
import unittest

from rlib import math as rmath
from support import EDGES, fits, helper, outcome, random_int, seeded
from test_float import SPECIAL, any_float


class MathTest(unittest.TestCase):
    def same(self, name, *args):
        """As CPython; an OverflowError where its result leaves 64 bits."""
        expected = outcome(getattr(math, name), *args)
        got = helper(getattr(rmath, "ll_math_" + name), *args)
        if expected != got:
            self.assertTrue(not fits(expected) and got[0] == "OverflowError", (name, args, expected, got))

    def test_floats(self):
        rng = seeded("math")
        for x in SPECIAL + [any_float(rng) for _ in range(2000)]:
            for name in "sqrt floor ceil trunc fabs isnan isinf isfinite degrees radians".split():
                self.same(name, x)
            y = rng.choice((any_float(rng), rng.choice(SPECIAL)))
            self.same("copysign", x, y)
            self.same("fmod", x, y)

    def test_ints(self):
        rng = seeded("isqrt")
        for n in EDGES + [random_int(rng) for _ in range(1000)] + [3037000499**2 + d for d in (-1, 0, 1)]:
            self.same("isqrt", n)
        for root in [rng.randrange(1 << 31) for _ in range(1000)]:
            for d in (-1, 0, 1):
                self.same("isqrt", root * root + d)
        for n in range(-2, 25):
            self.same("factorial", n)


if __name__ == "__main__":
    unittest.main()
