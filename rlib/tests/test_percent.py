import unittest

from rlib import lowlevel as ll, percent
from support import EDGES, helper, high, outcome, random_int, seeded
from test_float import SPECIAL, any_float

FLAGS = "-+ #0"


def directive(rng, conversions):
    text = "%" + "".join(f for f in FLAGS if rng.random() < 0.25) + rng.choice(("", "", "1", "5", "12", "40"))
    return text + rng.choice(("", "", ".", ".0", ".1", ".5", ".17", ".30")) + rng.choice(conversions)


def parsed(template):
    """The directive at the template's beginning: its parts."""
    start, _, _, flags, width, precision, c, end = percent.ll_percent_next(ll.literal(template), 0, False)
    assert start == 0 and end == len(template.encode())
    return chr(c), flags, width, precision


class Mod:
    """template % values, by the library: what the compiler does with it."""

    def __init__(self, values):
        self.values = values
        self.next = 0

    def value(self):
        if self.next >= len(self.values):
            raise TypeError("not enough arguments for format string")
        self.next += 1
        return self.values[self.next - 1]

    def star(self):
        n = self.value()
        if not isinstance(n, int):
            raise TypeError("* wants int")
        return n

    def run(self, template):
        low = ll.literal(template)
        mapping = isinstance(self.values, dict)
        out = ""
        i = 0
        while i < len(low):
            start, key, key_end, flags, width, precision, c, end = percent.ll_percent_next(low, i, mapping)
            out += low[i:start].decode()
            i = end
            if c == 0:
                continue
            if key >= 0:
                name = low[key:key_end].decode()
                given = self.values[name]
                self.value = lambda: given
            if width == -2:
                flags, width = percent.ll_percent_star_width(self.star(), flags)
            if precision == -2:
                precision = percent.ll_percent_star_precision(self.star())
            percent.ll_percent_check(c)
            value = self.value()
            out += high(self.one(low, end, chr(c), flags, width, precision, value))
        if not mapping and self.next < len(self.values):
            raise TypeError("not all arguments converted during string formatting")
        return out

    def one(self, low, end, c, flags, width, precision, value):
        if c in "diuoxX":
            return percent.ll_percent_int(value, ord(c), flags, width, precision)
        if c in "eEfFgG":
            return percent.ll_percent_float(float(value), ord(c), flags, width, precision)
        if c in "sra":
            text = {"s": str, "r": repr, "a": ascii}[c](value)
            return percent.ll_percent_str(ll.literal(text), flags, width, precision)
        if c == "c":
            return percent.ll_percent_char(value, flags, width)
        percent.ll_percent_unknown(low, end)


class PercentTest(unittest.TestCase):
    def one(self, rng, conversions, value, ours, text=None):
        template = directive(rng, conversions)
        conversion, flags, width, precision = parsed(template)
        got = outcome(ours, ll.literal(text(value)) if text else value, ord(conversion), flags, width, precision)
        self.assertEqual(outcome(lambda: template % (value,)), got, (template, value))

    def test_int(self):
        rng = seeded("percent int")
        for n in EDGES + [random_int(rng) for _ in range(10000)] + list(range(-300, 300)):
            self.one(rng, "diuoxXxd", n, percent.ll_percent_int)
        self.assertEqual(helper(percent.ll_percent_int, 5, 100, 0, -1, 2147483645), ("OverflowError", "precision too large"))

    def test_big(self):
        rng = seeded("percent big")

        def ours(n, conversion, flags, width, precision):
            digits = format(abs(n), {"o": "o", "x": "x", "X": "x"}.get(chr(conversion), "d"))
            return percent.ll_percent_digits(n < 0, ll.literal(digits), conversion, flags, width, precision)

        for _ in range(2000):
            self.one(rng, "doxX", rng.getrandbits(200) * rng.choice((1, -1)), ours)

    def test_float(self):
        rng = seeded("percent float")
        for x in SPECIAL + [any_float(rng) for _ in range(10000)]:
            self.one(rng, "eEfFgG", x, percent.ll_percent_float)

    def test_text(self):
        rng = seeded("percent str")
        for _ in range(3000):
            value = "".join(rng.choice("ab'é€\U0001f600") for _ in range(rng.randrange(9)))
            self.one(rng, "s", value, lambda s, c, f, w, p: percent.ll_percent_str(s, f, w, p), str)
            self.one(rng, "r", value, lambda s, c, f, w, p: percent.ll_percent_str(s, f, w, p), repr)
            self.one(rng, "c", value, lambda s, c, f, w, p: percent.ll_percent_char_str(s, f, w), str)
        for n in (0, 65, 233, 0x20AC, 0x10FFFF, 0x110000, -1, *EDGES):
            if not 0xD800 <= n < 0xE000:
                self.one(rng, "c", n, lambda n, c, f, w, p: percent.ll_percent_char(n, f, w))

    def same(self, template, values):
        self.assertEqual(outcome(lambda: template % values), outcome(Mod(values).run, template), (template, values))

    def test_template(self):
        values = {"a": 5, "(b)": "x", "": -7, "é": 2.5}
        for template in ("%(a)d", "%((b))s|", "%()5d", "%(é)f", "%(c)d", "%(a", "%((a)d", "%(a)", "%(a)99999999999999999999d", "%(é)y"):
            self.same(template, values)
            self.same(template, (1,))
        for template in ("%*d", "%-*d", "%*.*f", "%.*f|%s", "%*", "%*.99999999999d", "%.*", "%*%", "%**d"):
            for given in ((5, 3, 4), (-5, -3, 4), (7,), (7, 8), (7, 8, 9, 10), ("x", 1), (1, 1 << 40, 3), (1 << 40, 3)):
                if max(n for n in given if isinstance(n, int)) < 1 << 31 or template[1] == ".":
                    self.same(template, given)
        for template in ("%.2147483647d", "%.2147483648d", "%9223372036854775808d", "%", "%5", "%l", "%ld", "%lld", "%hs", "%Lx", "é%y", "é%€", "a%%b%dc%%", "%5%|%d", "%-%", "%%%d", "%d%%", "%%", "%c%c"):
            self.same(template, (65,))
            self.same(template, (65, 66))
        rng = seeded("percent template")
        for _ in range(20000):
            template = "".join(rng.choice("%%%%dsxfraé.05-+# *lc)(%y1") for _ in range(rng.randrange(12)))
            self.same(template, tuple(rng.choice((5, -3, 70, 12)) for _ in range(rng.randrange(4))))

    def test_star_width(self):
        for n in EDGES:
            flags, width = percent.ll_percent_star_width(n, 2)
            self.assertEqual((flags, width), (2, n) if n >= 0 else (3, min(-n, (1 << 63) - 1)))


if __name__ == "__main__":
    unittest.main()
