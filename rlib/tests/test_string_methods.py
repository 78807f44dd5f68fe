import sys
import unittest

from rlib import lowlevel as ll, search, string_case, string_class, string_find, string_index, string_split
from support import LEAST, MOST, helper, high, low, outcome, seeded

MIXED = "abAB \t\n.'0ß\xe9\xa0\x85\u0130\u01c5\u0345\u03a3\u03c3\u20ac\u2028\u3000\ufb03\U0001f600\U00010400\U000e0101"
WHERE = (0, 1, 2, 3, 5, -1, -2, -4, 63, 64, 65, 70, 130, -64, -70, 200, -200, MOST, LEAST)


def text(rng, alphabet, most):
    return "".join(rng.choice(alphabet) for _ in range(rng.randrange(most)))


def texts(seed, n, most=10):
    """Texts of all sorts, some long enough to have an index."""
    rng = seeded(seed)
    result = ["", "a", "ab"]
    for k in range(n):
        alphabet = rng.choice(("ab", "ab ", "aé", "é€", MIXED, MIXED, "abc\n\r x"))
        result.append(text(rng, alphabet, 300 if k % 8 == 0 else most))
    return result


def listing(f):
    """The library function that fills a List, as one that returns a list."""

    def called(*args):
        l = ll.new(ll.List)
        l.items = ll.new_tail(ll.ObjectArray, 0)
        f(l, *args)
        assert l.length == len(l.items)
        return tuple(l.items)

    return called


class MethodTest(unittest.TestCase):
    def same(self, theirs, ours, *args):
        self.assertEqual(outcome(theirs, *args), helper(ours, *args), (ours.__name__, args))

    def all_same(self, pairs, *args):
        for theirs, ours in pairs:
            self.same(theirs, ours, *args)

    def test_index(self):
        for s in texts("index", 300):
            for i in WHERE + tuple(range(-9, 9)):
                self.same(lambda s, i: s[i], string_index.ll_str_getitem, s, i)
                self.same(lambda s, i: ord(s[i]), string_index.ll_str_code, s, i)

    def test_offsets(self):
        for s in texts("offsets", 300):
            t = low(s)
            for i in range(len(s) + 1):
                at = string_index.ll_str_offset(t, i)
                self.assertEqual(at, len(s[:i].encode()))
                self.assertEqual(string_index.ll_str_position(t, at), i)
            at = 0
            for c in s:
                piece, at = string_index.ll_str_next(t, at)
                self.assertEqual(high(piece), c)
            self.assertEqual(at, len(t))
            for c in reversed(s):
                piece, at = string_index.ll_str_before(t, at)
                self.assertEqual(high(piece), c)
            self.assertEqual(at, 0)

    def test_slice(self):
        rng = seeded("slice")
        for s in texts("slice", 1000):
            for _ in range(10):
                a, b = rng.choice(WHERE), rng.choice(WHERE)
                self.same(lambda s, a, b: s[a:b], string_index.ll_str_slice, s, a, b)
                step = rng.choice((1, -1, 2, -2, 3, -7, 70, 0, MOST, LEAST))
                has_a, has_b = rng.random() < 0.7, rng.random() < 0.7

                def sliced(s, a, b, step, has_a, has_b):
                    return s[a if has_a else None : b if has_b else None : step]

                self.same(sliced, string_index.ll_str_slice_step, s, a, b, step, has_a, has_b)

    def test_search(self):
        rng = seeded("search")
        pairs = (
            (str.find, string_find.ll_str_find),
            (str.rfind, string_find.ll_str_rfind),
            (str.index, string_find.ll_str_index_of),
            (str.rindex, string_find.ll_str_rindex_of),
            (str.count, string_find.ll_str_count),
            (str.startswith, string_find.ll_str_startswith),
            (str.endswith, string_find.ll_str_endswith),
        )
        for s in texts("search", 1200):
            sub = self.part(rng, s)
            self.all_same(pairs, s, sub, 0, MOST)
            self.all_same(pairs, s, sub, rng.choice(WHERE), rng.choice(WHERE))

    def part(self, rng, s):
        """A text that may well occur in s."""
        if rng.random() < 0.3:
            return text(rng, rng.choice(("ab", MIXED)), 4)
        a = rng.randrange(len(s) + 1)
        return s[a : a + rng.randrange(6)]

    def test_two_way(self):
        rng = seeded("two way")
        for _ in range(3000):
            alphabet = rng.choice((b"ab", b"aab", b"abc", b"a"))
            p = bytes(rng.choice(alphabet) for _ in range(rng.randrange(1, 12)))
            s = bytes(rng.choice(alphabet) for _ in range(rng.randrange(60)))
            if rng.random() < 0.5:
                s = (p * 3)[rng.randrange(4) :] + s + p[:-1] + p
            m, n = len(p), len(s)
            self.assertEqual(search.ll_two_way(s, 0, n, p, 0, m, 1), s.find(p), (s, p))
            self.assertEqual(search.ll_two_way(s, n - 1, n, p, m - 1, m, -1), s.rfind(p), (s, p))

    def test_impatient(self):
        """Texts on which the quick search compares too often."""
        for n in (1, 2, 7, 30, 100):
            for p in (b"a" * n + b"b", b"b" + b"a" * n, b"a" * n + b"b" + b"a" * n, b"ab" * n + b"b"):
                for s in (b"a" * 3000, b"ab" * 1000 + b"b", b"aab" * 800, (b"a" * n + b"c") * 30):
                    for s in (s, s + p, p + s, s + p + s):
                        m = len(p)
                        self.assertEqual(search.ll_find(s, 0, len(s), p, m), s.find(p))
                        self.assertEqual(search.ll_rfind(s, 0, len(s), p, m), s.rfind(p))
                        self.assertEqual(search.ll_count(s, 0, len(s), p, m, -1), s.count(p))

    def test_replace(self):
        rng = seeded("replace")
        pairs = (
            (str.removeprefix, string_find.ll_str_removeprefix),
            (str.removesuffix, string_find.ll_str_removesuffix),
            (str.partition, string_find.ll_str_partition),
            (str.rpartition, string_find.ll_str_rpartition),
        )
        for s in texts("replace", 1500):
            old = self.part(rng, s)
            new = rng.choice(("", "x", "é", "long€", old))
            for count in (-1, 0, 1, 2, 100, MOST, LEAST):
                self.same(str.replace, string_find.ll_str_replace, s, old, new, count)
            self.all_same(pairs, s, old)
            self.all_same(pairs, s, s[:2])
            self.all_same(pairs, s, s[-2:])

    def test_split(self):
        rng = seeded("split")
        for s in texts("split", 1500, 20):
            sep = self.part(rng, s)
            for most in (-1, 0, 1, 2, 3, 100, MOST, LEAST):
                for theirs, ours in (
                    (str.split, string_split.ll_str_split),
                    (str.rsplit, string_split.ll_str_rsplit),
                ):
                    self.same(lambda *a: tuple(theirs(*a)), listing(ours), s, sep, most)
                for theirs, ours in (
                    (str.split, string_split.ll_str_split_space),
                    (str.rsplit, string_split.ll_str_rsplit_space),
                ):
                    self.same(lambda s, most: tuple(theirs(s, None, most)), listing(ours), s, most)

    def test_splitlines(self):
        rng = seeded("lines")
        for _ in range(2000):
            s = text(rng, "aé\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u202f\n\r", 12)
            for keepends in (False, True):
                self.same(lambda s, k: tuple(s.splitlines(k)), listing(string_split.ll_str_splitlines), s, keepends)

    def test_strip(self):
        rng = seeded("strip")
        for s in texts("strip", 1500):
            s = text(rng, " \t\x1c\x85\xa0\u2000\u3000", 3) + s + text(rng, " \n\x1f\u2029\u205f\u1680", 3)
            self.all_same(
                (
                    (str.strip, string_split.ll_str_strip),
                    (str.lstrip, string_split.ll_str_lstrip),
                    (str.rstrip, string_split.ll_str_rstrip),
                ),
                s,
            )
            self.all_same(
                (
                    (str.strip, string_split.ll_str_strip_chars),
                    (str.lstrip, string_split.ll_str_lstrip_chars),
                    (str.rstrip, string_split.ll_str_rstrip_chars),
                ),
                s,
                text(rng, MIXED, 5),
            )

    CASES = (
        (str.lower, string_case.ll_str_lower),
        (str.upper, string_case.ll_str_upper),
        (str.casefold, string_case.ll_str_casefold),
        (str.swapcase, string_case.ll_str_swapcase),
        (str.title, string_case.ll_str_title),
        (str.capitalize, string_case.ll_str_capitalize),
    )
    CLASSES = (
        (str.isalpha, string_class.ll_str_isalpha),
        (str.isalnum, string_class.ll_str_isalnum),
        (str.isdigit, string_class.ll_str_isdigit),
        (str.isdecimal, string_class.ll_str_isdecimal),
        (str.isnumeric, string_class.ll_str_isnumeric),
        (str.isspace, string_class.ll_str_isspace),
        (str.isupper, string_class.ll_str_isupper),
        (str.islower, string_class.ll_str_islower),
        (str.istitle, string_class.ll_str_istitle),
        (str.isidentifier, string_class.ll_str_isidentifier),
        (str.isprintable, string_class.ll_str_isprintable),
        (str.isascii, string_class.ll_str_isascii),
    )

    def test_case_and_class(self):
        rng = seeded("case")
        greek = "aΣσς'.\u0301 1\u00ad\u1d2cÀ\u0345"
        words = ("Hello World", "hello", "HELLO", "They're Bill's", "Ǆa", "ǅ", "x1", "_a", "٣", "²", "½", "a b")
        for s in list(words) + texts("case", 1000) + [text(rng, greek, 8) for _ in range(2000)]:
            self.all_same(self.CASES + self.CLASSES, s)

    def test_every_character(self):
        """With an environment variable, each; else those that matter most."""
        step = 1 if "RLIB_ALL" in __import__("os").environ else 61
        for c in list(range(0x250)) + list(range(0x250, sys.maxunicode + 1, step)):
            if not 0xD800 <= c < 0xE000:
                self.all_same(self.CASES + self.CLASSES, chr(c))
                self.same(str.title, string_case.ll_str_title, "aA" + chr(c) + "Aa")

    def test_every_cased(self):
        for c in range(sys.maxunicode + 1):
            s = chr(c)
            if s.lower() != s or s.upper() != s or s.casefold() != s or s.title() != s:
                self.all_same(self.CASES, s + "x" + s)


if __name__ == "__main__":
    unittest.main()
