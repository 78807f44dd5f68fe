"""rlib/std/re finds what CPython's re finds, and complains as it does."""

import re
import unittest
import warnings

from rlib.std import re as rre
from rlib.std.re import _compiler, _parser, _template
from support import play, seeded

for module in (rre, _compiler, _parser, _template):
    play(module)

ATOMS = r"a b c A B 1 _ - é 😀 \d \w \s \D \W \S . \. [abc] [^a] [a-c1] [\w-] [^\d\s] [é-ü] \n \x61 []a] { x{2} (?#c)".split()
PLACES = r"^ $ \b \B \A \Z \1 \2 (?P=n) (?i) (?(1)a|b)".split()
OPENINGS = "( (?: (?P<n> (?= (?! (?<= (?<! (?> (?i: (?s-i:".split()
REPEATS = "* + ? {2} {1,3} {,2} {2,}".split()
TEXTS = ["", "abcabc", "aAbB11", "éab\nc ab", "a1_b-c 😀é", "KſsSß xx ٣"]
TEMPLATES = ["-", r"<\g<0>>", r"[\1]", r"\n\t\\", r"\g<n>", "é", r"\07", r"\q", r"\g<9>", r"\g<", r"\12"]


def pattern(rng, depth):
    items = []
    for _ in range(rng.randrange(1, 4)):
        choice = rng.randrange(10)
        if choice < 5 or depth == 0:
            item = rng.choice(ATOMS)
        elif choice < 9:
            item = rng.choice(OPENINGS) + pattern(rng, depth - 1) + ")"
        else:
            item = rng.choice(PLACES)
        if rng.randrange(3) == 0:
            item += rng.choice(REPEATS) + rng.choice(("", "", "?", "+"))
        items.append(item)
    return rng.choice(("", "", "", "|")).join(items)


def shown(m):
    return m and (m.span(), m.groups(), m.lastindex, m.lastgroup, m.groupdict(), m.regs, repr(m))


def results(module, source, flags, text, template):
    try:
        c = module.compile(source, flags)
        yield c.flags, c.groups, dict(c.groupindex)
        yield [shown(m) for m in (c.match(text), c.fullmatch(text), c.search(text, 1), c.match(text, 1, 4))]
        yield [c.findall(text), list(map(shown, c.finditer(text))), c.split(text, 3)]
        yield c.subn(lambda m: m[0].upper(), text, 2)
        yield c.sub(template, text)
    except module.error as e:
        yield str(e), e.msg, e.pos, e.lineno, e.colno
    except (IndexError, OverflowError) as e:
        yield str(e)


class StdReTest(unittest.TestCase):
    def test_patterns(self):
        rng = seeded("re")
        for i in range(1500):
            source = pattern(rng, 3)
            if i % 2 == 0 and source:
                at = rng.randrange(len(source))
                source = source[:at] + rng.choice("()[]{}*+?|\\^$-:<>=!#Pi1") + source[at + rng.randrange(2) :]
            args = source, rng.choice((0, 0, 2, 8, 16, 64, 256)), rng.choice(TEXTS), rng.choice(TEMPLATES)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                theirs = list(results(re, *args))
            self.assertEqual(theirs, list(results(rre, *args)), args)

    def test_functions(self):
        for f in ("match", "search", "fullmatch"):
            self.assertEqual(shown(getattr(re, f)("b+", "abb")), shown(getattr(rre, f)("b+", "abb")))
        self.assertEqual(re.escape("a.b*é \n"), rre.escape("a.b*é \n"))
        self.assertEqual(re.split("(,)|;", "a,b;c", maxsplit=2), rre.split("(,)|;", "a,b;c", maxsplit=2))
        self.assertEqual(repr(re.compile("a", re.M | re.X)), repr(rre.compile("a", re.M | re.X)))
        m, n = re.match("(a)(?P<x>b)?", "ac"), rre.match("(a)(?P<x>b)?", "ac")
        self.assertEqual(m.expand(r"\1\g<x>!"), n.expand(r"\1\g<x>!"))
        self.assertEqual((m.group(1, "x"), m.groups("-"), m.start("x")), (n.group(1, "x"), n.groups("-"), n.start("x")))
        self.assertEqual(len(rre.match("(?:a|ab)*c", "ab" * 3000 + "c")[0]), 6001)


if __name__ == "__main__":
    unittest.main()
