import operator
import unittest

from rlib import boolean, int as int_module, lowlevel as ll, string
from support import helper, outcome, seeded

ALPHABET = "ab'\"\\\n\t\r\x00\x1f\x7f\x80\xa0\xad\xe9\u0378\u20ac\u2028\ud7ff\ue000\ufffd\U0001f600\U000e0001\U0010ffff"


class StringTest(unittest.TestCase):
    def same(self, theirs, ours, *args):
        self.assertEqual(outcome(theirs, *args), helper(ours, *args), args)

    def texts(self, seed, n, most=8):
        rng = seeded(seed)
        return ["", "a"] + ["".join(rng.choice(ALPHABET) for _ in range(rng.randrange(most))) for _ in range(n)]

    def test_two(self):
        texts = self.texts("two", 80, 5)
        for a in texts:
            for b in texts:
                self.same(operator.add, string.ll_concat, a, b)
                self.same(operator.eq, string.ll_str_eq, a, b)
                self.same(operator.contains, string.ll_str_contains, a, b)
                self.same(lambda a, b: (a > b) - (a < b), string.ll_str_cmp, a, b)

    def test_contains(self):
        rng = seeded("contains")
        for _ in range(3000):
            a = "".join(rng.choice("aab") for _ in range(rng.randrange(12)))
            b = "".join(rng.choice("aab") for _ in range(rng.randrange(5)))
            self.same(operator.contains, string.ll_str_contains, a, b)

    def test_mul(self):
        for s in self.texts("mul", 30):
            for n in (-(1 << 63), -1, 0, 1, 2, 3, 7, 100):
                self.same(operator.mul, string.ll_str_mul, s, n)
        for s, n in (("a", 1 << 62), ("ab", 1 << 62), ("ab", (1 << 62) - 1), ("", 1 << 62)):
            self.same(operator.mul, string.ll_str_mul, s, n)
        self.assertEqual(helper(string.ll_str_mul, "ab", 1 << 30), ("MemoryError", ""))

    def test_join(self):
        for n in range(5):
            pieces = self.texts("join", 20)[:n]
            array = ll.new_tail(ll.StrArray, len(pieces))
            for i, piece in enumerate(pieces):
                array[i] = ll.literal(piece)
            self.assertEqual(outcome("".join, pieces), outcome(string.ll_join_array, array))

    def test_repr(self):
        for s in self.texts("repr", 3000):
            self.same(repr, string.ll_str_repr, s)
            self.same(lambda r: ascii(s), string.ll_str_escape_non_ascii, repr(s))

    def test_every_character(self):
        rng = seeded("every")
        characters = [rng.choice((rng.randrange(0x500), rng.randrange(0xD800), rng.randrange(0xE000, 0x30000))) for _ in range(500)]
        for c in characters + [0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF]:
            self.same(chr, string.ll_str_chr, c)
            self.same(ord, int_module.ll_int_from_character, chr(c))
            self.same(repr, string.ll_str_repr, chr(c))
        for c in (-1, 0x110000, -(1 << 31), 1 << 31, 1 << 62, -(1 << 62)):
            self.same(chr, string.ll_str_chr, c)

    def test_numeral(self):
        for c in list(range(128, 0x3100, 3)) + list(range(0xE000, 0x11000, 50)) + list(range(0x1D7C0, 0x1D810)):
            text = chr(c)
            expected = " " if text.isspace() else str(int(text)) if text.isdecimal() else "?"
            self.assertEqual(helper(string.ll_ascii_numeral, text), expected)

    def test_bool(self):
        for b in (False, True):
            self.same(str, boolean.ll_bool_str, b)


if __name__ == "__main__":
    unittest.main()
