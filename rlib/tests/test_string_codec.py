import unittest

from rlib import codec, lowlevel as ll, string_pad
from support import LEAST, MOST, helper, outcome, seeded
from test_string_methods import MIXED, text, texts

HANDLERS = ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace")
CODECS = ("utf-8", "ascii", "latin-1", "UTF8", "Latin1", "ISO-8859-1", "us_ascii")


class CodecTest(unittest.TestCase):
    def same(self, theirs, ours, *args):
        self.assertEqual(coded(theirs, *args), helper(ours, *args), (ours.__name__, args))

    def test_pad(self):
        rng = seeded("pad")
        for s in texts("pad", 400):
            for width in (-1, 0, 1, 4, 5, 9, 12, 301, LEAST):
                for fill in (" ", "é", "\U0001f600", "", "ab"):
                    self.same(str.center, string_pad.ll_str_center, s, width, fill)
                    self.same(str.ljust, string_pad.ll_str_ljust, s, width, fill)
                    self.same(str.rjust, string_pad.ll_str_rjust, s, width, fill)
                for sign in ("", "+", "-"):
                    self.same(str.zfill, string_pad.ll_str_zfill, sign + s, width)
            tabs = text(rng, "ab\t\té\n\r\t", 12)
            for size in (8, 1, 0, -1, 3, LEAST, MOST):
                self.same(str.expandtabs, string_pad.ll_str_expandtabs, tabs, size)

    def test_translate(self):
        rng = seeded("translate")

        def put(table, c, d):
            table[c] = ll.literal(chr(d))

        def drop(table, c):
            table[c] = ll.literal("")

        def lookup(table, c):
            return table.get(c)

        for s in texts("translate", 500):
            x, z = text(rng, MIXED, 6), text(rng, MIXED, 3)
            y = "".join(rng.choice(MIXED) for _ in x) + rng.choice(("", "", "", "x"))
            table = {}

            def ours(s, x, y, z):
                string_pad.ll_str_maketrans(table, x, y, z, put, drop)
                return string_pad.ll_str_translate(s, table, lookup)

            self.same(lambda s, x, y, z: s.translate(str.maketrans(x, y, z)), ours, s, x, y, z)

    def test_encode(self):
        for s in texts("encode", 600):
            for name in CODECS:
                for errors in HANDLERS:
                    self.same(str.encode, codec.ll_str_encode, s, name, errors)
        self.same(str.encode, codec.ll_str_encode, "é", "utf-9", "strict")
        self.same(str.encode, codec.ll_str_encode, "é", "ascii", "stricter")

    def test_decode(self):
        rng = seeded("decode")
        parts = [c.encode() for c in MIXED] + [bytes([k]) for k in range(0x7E, 0x100)]
        parts += [b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe0\x80\x80", b"\xf0\x80\x80\x80", b"\xc0\x80", b"a", b"b"]
        for _ in range(4000):
            b = b"".join(rng.choice(parts) for _ in range(rng.randrange(6)))
            b = b[: rng.randrange(len(b) + 1)] if rng.random() < 0.5 else b
            for name in ("utf-8", "ascii", "latin-1"):
                for errors in HANDLERS:
                    self.same(
                        lambda b, n, name, errors: b.decode(name, errors),
                        lambda b, n, name, errors: codec.ll_bytes_decode(ll.Bytes(b), n, name, errors),
                        b,
                        len(b),
                        name,
                        errors,
                    )
        self.same(lambda b, *rest: b.decode(*rest), lambda b, *rest: codec.ll_bytes_decode(ll.Bytes(b), 1, *rest), b"\xff", "ascii", "x")


def coded(f, *args):
    """The outcome, with the text of codec errors, which CPython's have in five parts."""
    try:
        f(*args)
    except UnicodeError as e:
        return type(e).__name__, str(e)
    except Exception:
        pass
    return outcome(f, *args)


if __name__ == "__main__":
    unittest.main()
