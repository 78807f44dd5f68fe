import itertools
import math
import unittest

from rlib import format as rformat, format_float, lowlevel as ll
from support import EDGES, helper, outcome, random_int, seeded
from test_float import SPECIAL, any_float

KINDS = ["", "", "", *"bcdeEfFgGnosxX%", "y", "\u1234", "\x01", "\x00"]


def any_spec(rng, kinds=KINDS, rare=0.15):
    """A spec whose parts are there with differing likelihood."""

    def some(p, *choices):
        return rng.choice(choices) if rng.random() < p else ""

    spec = some(rare, "*", "x", "0", "é", "€", "\U0001f600", "<", "{") if rng.random() < 0.5 else ""
    spec += some(0.4, *"<>^=") if not spec else rng.choice("<>^=")
    spec += some(0.3, *"+- ") + some(rare, "z") + some(rare, "#") + some(0.3, "0")
    spec += some(0.5, "1", "5", "8", "12", "20", "33", "٣", "１２")
    spec += some(rare, ",", "_") + some(rare / 9, ",", "_", "x", " ")
    spec += some(0.35, ".0", ".1", ".2", ".3", ".7", ".17", ".25", ".") if rng.random() < 0.6 else ""
    return spec + rng.choice(kinds)


class FormatTest(unittest.TestCase):
    def same(self, ours, value, spec):
        self.assertEqual(outcome(format, value, spec), helper(ours, value, spec), (value, spec))

    def test_int(self):
        rng = seeded("format int")
        for _ in range(20000):
            n = random_int(rng) if rng.random() < 0.7 else rng.randrange(-1000, 70000)
            if rng.random() < 0.5:
                spec = any_spec(rng, ["", "d", *"bdoxXnc"], 0.06)
            else:
                spec = any_spec(rng)
            if spec.endswith("c") and 0xD800 <= n < 0xE000:
                continue
            self.same(rformat.ll_format_int, n, spec)
            self.same(rformat.ll_format_bool, n > 0, spec)

    def test_int_groups(self):
        for n in (0, 5, -12, 123, 1234, -123456, 1234567, EDGES[0]):
            for width in range(30):
                for spec in ("0%d,", "0%d_x", "#0%d_b", "*=%d_", "+0%d_d", "0=%d,", "0<%d,", "0^%d_x"):
                    self.same(rformat.ll_format_int, n, spec % width)

    def test_digits(self):
        rng = seeded("format digits")
        for _ in range(4000):
            n = rng.getrandbits(rng.randrange(1, 300)) * rng.choice((1, -1))
            spec = any_spec(rng, ["", "d", *"bdoxXn"], 0.06)
            base = helper(rformat.ll_spec_base, spec)
            expected = outcome(format, n, spec)
            if isinstance(base, tuple):
                self.assertEqual(expected, base)
                continue
            digits = format(abs(n), {2: "b", 8: "o", 10: "d", 16: "x"}[base])
            self.assertEqual(expected, helper(rformat.ll_format_digits, n < 0, digits, spec), (n, spec))
        for kind in "efgEFG%":
            self.assertEqual(helper(rformat.ll_spec_base, "10.3" + kind), 0)
        self.assertEqual(helper(rformat.ll_spec_base, "10c"), 1)

    def test_str(self):
        rng = seeded("format str")
        for _ in range(10000):
            text = "".join(rng.choice("ab'é€\U0001f600") for _ in range(rng.randrange(12)))
            spec = any_spec(rng, ["", "", "s", "s", "d"], 0.02 if rng.random() < 0.8 else 0.2)
            if rng.random() < 0.7:
                spec = spec.replace("=", "<").replace("+", "").replace("-", "").replace(" ", "")
            self.same(rformat.ll_format_str, text, spec)

    def test_float(self):
        rng = seeded("format float")
        for _ in range(20000):
            x = rng.choice(SPECIAL) if rng.random() < 0.2 else any_float(rng)
            if rng.random() < 0.7:
                spec = any_spec(rng, ["", *"eEfFgGn%"], 0.1)
            else:
                spec = any_spec(rng)
            self.same(rformat.ll_format_float, x, spec)

    def test_object(self):
        for spec in ("", "5", "s"):
            ours = outcome(rformat.ll_format_object, ll.literal("[1]"), ll.literal(spec), ll.literal("list"))
            self.assertEqual(outcome(format, [1], spec), ours)

    def test_errors(self):
        specs = "5xx z .3 . ,_ _, _,d ,x _n ,n ,é é +s +c #c zc 99999999999999999999 .99999999999999999999f .2147483648f"
        for spec in specs.split(" ") + [" ", "+", "=", "#", "9223372036854775808", "\x7f", ",\x7f", ",\x80"]:
            self.same(rformat.ll_format_int, 5, spec)
            self.same(rformat.ll_format_int, -1, spec)
            self.same(rformat.ll_format_bool, True, spec)
            self.same(rformat.ll_format_float, 5.5, spec)
            self.same(rformat.ll_format_str, "text", spec)
        for n in EDGES:
            if not 0xD800 <= n < 0xE000:
                self.same(rformat.ll_format_int, n, "c")
        for width in (1 << 31, (1 << 63) - 1):
            self.assertEqual(helper(rformat.ll_format_int, 1, "%d" % width), ("MemoryError", ""))
            self.assertEqual(helper(rformat.ll_format_float, 1.0, "0%d,f" % width), ("MemoryError", ""))
            self.assertEqual(helper(rformat.ll_format_str, "é", "%d" % width), ("MemoryError", ""))


class FloatTextTest(unittest.TestCase):
    """Fixed precision: format() of 'e', 'f' and 'g' against CPython's."""

    def same(self, x, precision, kind):
        spec = ".%d%s" % (precision, kind)
        got = format_float.ll_float_text(x, ord(kind), precision, 0)
        self.assertEqual(format(x, spec), str(got), (x, spec))
        self.assertEqual(got.length, len(got))

    def test_special(self):
        for x in SPECIAL:
            for precision in (0, 1, 2, 6, 15, 16, 17, 18, 20, 40, 330, 350, 351, 800, 1100):
                for kind in "efg%E":
                    self.same(x, precision, kind)

    def test_any(self):
        rng = seeded("float text")
        for _ in range(20000):
            x = any_float(rng)
            self.same(x, rng.randrange(25), rng.choice("eefffgG%F"))
        for _ in range(1500):
            x = any_float(rng)
            self.same(x, rng.randrange(1200), rng.choice("eefffgG%F"))

    def test_subnormal(self):
        rng = seeded("subnormal")
        for _ in range(2000):
            x = ll.float_from_bits(rng.getrandbits(rng.randrange(1, 54)))
            self.same(x, rng.randrange(30), "e")
            self.same(x, rng.randrange(300, 360), "f")
            self.same(x, rng.randrange(1100), "f")

    def test_ties(self):
        rng = seeded("ties")
        for _ in range(5000):
            x = rng.getrandbits(rng.randrange(1, 54)) * 0.5 ** rng.randrange(1, 40)
            for y in (x, math.nextafter(x, math.inf), math.nextafter(x, 0.0)):
                self.same(y, rng.randrange(12), "f")
                self.same(y, rng.randrange(20), "e")
        for k in range(-323, 309):
            for f in (0.95, 0.995, 0.5, 1.0, 9.5, 9.995, 9.9999999999999982):
                x = float("%re%d" % (f, k))
                for y in (x, math.nextafter(x, math.inf), math.nextafter(x, 0.0)):
                    if math.isfinite(y):
                        self.same(y, rng.randrange(19), "e")
                        self.same(y, max(0, rng.randrange(3) - k), "f")

    def test_whole(self):
        rng = seeded("whole")
        for q in range(972):
            self.same(float(rng.getrandbits(53)) * 2.0**q, rng.randrange(3), "f")
            self.same(float(rng.getrandbits(53)) * 2.0**q, rng.randrange(330), "e")

    def test_scaled_is_exact(self):
        """4 * m * 2**q * 10**k, m < 2**53, is whole or differs from a whole number by
        more than the error of ll_scaled: at least 11 units of its lower word. How near a
        multiple comes to a whole number, the continued fraction tells."""
        for k, q in itertools.product(range(-351, 351), range(-1074, 972)):
            drop = 8 - q - (k * 1741647 >> 19)
            if not 5 <= drop < 64:
                continue
            above = 5 ** max(k, 0) << max(q + 2 + k, 0)
            below = 5 ** max(-k, 0) << max(-q - 2 - k, 0)
            a, b = above, below
            p0, q0, p1, q1 = 0, 1, 1, 0
            least = below
            while b:
                t = a // b
                a, b = b, a - t * b
                p0, q0, p1, q1 = p1, q1, t * p1 + p0, t * q1 + q0
                distance = abs(q1 * above - p1 * below)
                if q1 >= 1 << 53 or distance == 0:
                    break
                least = min(least, distance)
            self.assertGreaterEqual((least << 64 + drop) // below, 11)


if __name__ == "__main__":
    unittest.main()
