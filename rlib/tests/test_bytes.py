import operator
import unittest

from rlib import bytearray as bytearray_module, bytes as bytes_module, bytes_text, lowlevel as ll
from support import LEAST, MOST, helper, outcome, seeded
from test_string_methods import WHERE, listing

SETS = (b"ab", b"ab ", b"aAbB zZ\t\n\r\x0b\x0c09_'\"\\", bytes(range(256)), b"a\n\r\t", b"a'", b'a"', b"-+07")
ARRAY = bytearray_module


def data(rng, most=10):
    alphabet = rng.choice(SETS)
    return bytes(rng.choice(alphabet) for _ in range(rng.randrange(most)))


def view(b, room=b""):
    """Bytes as the library takes them: a tail, and how much of it counts."""
    return (ll.Buffer(b + room) if room else ll.Bytes(b)), len(b)


def plain(x):
    """Python's value for a result."""
    if isinstance(x, ll.ByteArray):
        return bytearray(x.items[: x.length])
    if isinstance(x, ll.Bytes):
        return bytes(x)
    if isinstance(x, (tuple, list)):
        return tuple(plain(y) for y in x)
    return x


class BytesTest(unittest.TestCase):
    def same(self, theirs, ours, *args):
        """Bytes among the arguments are views for ours, with and without room."""
        expected = outcome(theirs, *args)
        for room in (b"", b"ab"):

            def call():
                flat = []
                for x in args:
                    flat += view(x, room) if isinstance(x, bytes) else [x]
                return plain(ours(*flat))

            self.assertEqual(helper(call), expected, (ours.__name__, args))

    def test_operators(self):
        rng = seeded("operators")
        b = bytes_module
        for _ in range(1500):
            x, y = data(rng), data(rng)
            x = y + x if rng.random() < 0.3 else x
            self.same(operator.add, b.ll_bytes_concat, x, y)
            self.same(operator.eq, b.ll_bytes_eq, x, y)
            self.same(lambda x, y: (x > y) - (x < y), b.ll_bytes_cmp, x, y)
            self.same(operator.contains, b.ll_bytes_contains, x, y)
            for i in rng.choices(WHERE, k=4) + [97, 255, 256]:
                self.same(operator.contains, b.ll_bytes_contains_int, x, i)
                self.same(operator.getitem, b.ll_bytes_getitem, x, i)
                if i < 1000:
                    self.same(operator.mul, b.ll_bytes_mul, x, i)
            i, k = rng.choice(WHERE), rng.choice(WHERE)
            self.same(lambda x, i, k: x[i:k], b.ll_bytes_slice, x, i, k)
            for step in (1, -1, 2, -3, 0, MOST, LEAST):
                has_i, has_k = rng.random() < 0.7, rng.random() < 0.7
                self.same(sliced, b.ll_bytes_slice_step, x, i, k, step, has_i, has_k)
            self.same(repr, b.ll_bytes_repr, x)
            self.same(lambda x: repr(bytearray(x)), b.ll_bytearray_repr, x)
        self.same(operator.mul, b.ll_bytes_mul, b"aa", 1 << 62)
        for n in (-1, 0, 5):
            self.same(bytes, b.ll_bytes_zeros, n)

    def test_search(self):
        rng = seeded("bytes search")
        b = bytes_module
        for _ in range(2000):
            x, y, z = data(rng, 20), data(rng, 4), data(rng, 3)
            for i, k in ((0, MOST), (rng.choice(WHERE), rng.choice(WHERE))):
                self.same(bytes.find, b.ll_bytes_find, x, y, i, k)
                self.same(bytes.rfind, b.ll_bytes_rfind, x, y, i, k)
                self.same(bytes.count, b.ll_bytes_count, x, y, i, k)
                self.same(bytes.index, lambda *a: b.ll_bytes_found(b.ll_bytes_find(*a)), x, y, i, k)
                self.same(bytes.startswith, b.ll_bytes_startswith, x, y, i, k)
                self.same(bytes.endswith, b.ll_bytes_endswith, x, y, i, k)
                c = rng.choice((97, 98, 0, 255, 256, -1))
                self.same(bytes.find, b.ll_bytes_find_int, x, c, i, k)
                self.same(bytes.rfind, b.ll_bytes_rfind_int, x, c, i, k)
                self.same(bytes.count, b.ll_bytes_count_int, x, c, i, k)
            for most in (-1, 0, 1, 2, 50, LEAST, MOST):
                self.same(bytes.replace, b.ll_bytes_replace, x, y, z, most)
            self.same(bytes.removeprefix, b.ll_bytes_removeprefix, x, y)
            self.same(bytes.removesuffix, b.ll_bytes_removesuffix, x, y)
            self.same(bytes.partition, bytes_text.ll_bytes_partition, x, y)
            self.same(bytes.rpartition, bytes_text.ll_bytes_rpartition, x, y)

    def test_split(self):
        rng = seeded("bytes split")
        t = bytes_text
        for _ in range(1500):
            x, y = data(rng, 20), data(rng, 3)
            for most in (-1, 0, 1, 2, 50):
                for kind, module, name in ((bytes, t, "bytes"), (bytearray, ARRAY, "bytearray")):

                    def ours(method):
                        return listing(getattr(module, "ll_%s_%s" % (name, method)))

                    self.same(lambda x, y, n: tuple(kind(x).split(y, n)), ours("split"), x, y, most)
                    self.same(lambda x, y, n: tuple(kind(x).rsplit(y, n)), ours("rsplit"), x, y, most)
                    self.same(lambda x, n: tuple(kind(x).split(None, n)), ours("split_space"), x, most)
                    self.same(lambda x, n: tuple(kind(x).rsplit(None, n)), ours("rsplit_space"), x, most)
                    self.same(lambda x, k: tuple(kind(x).splitlines(k)), ours("splitlines"), x, most > 0)

    def test_join(self):
        rng = seeded("bytes join")
        for _ in range(200):
            sep, pieces = data(rng, 3), [data(rng, 4) for _ in range(rng.randrange(5))]
            l = ll.new(ll.List)
            for make, look in ((ll.Bytes, bytes_module.ll_bytes_view), (array, bytes_module.ll_bytearray_view)):
                l.items = ll.ObjectArray(make(piece) for piece in pieces)
                l.length = len(pieces)
                self.same(lambda sep: sep.join(pieces), lambda sep, m: bytes_module.ll_bytes_join(sep, m, l, look), sep)

    def test_text(self):
        rng = seeded("bytes text")
        t = bytes_text
        plain_methods = "lower upper swapcase capitalize title isalpha isdigit isalnum isspace isascii islower isupper istitle hex"
        for _ in range(2000):
            x, y = data(rng), data(rng, 4)
            for name in plain_methods.split():
                self.same(getattr(bytes, name), getattr(t, "ll_bytes_" + name), x)
            for name, sides in (("strip", (True, True)), ("lstrip", (True, False)), ("rstrip", (False, True))):
                theirs = getattr(bytes, name)
                self.same(lambda x, *sides: theirs(x), t.ll_bytes_strip, x, *sides)
                self.same(lambda x, y, *sides: theirs(x, y), t.ll_bytes_strip_chars, x, y, *sides)
            width = rng.choice((-3, 0, 5, 8, 15, LEAST))
            for name in ("center", "ljust", "rjust"):
                for fill in (b" ", b"x", b"", b"ab"):
                    self.same(getattr(bytes, name), getattr(t, "ll_bytes_" + name), x, width, fill)
            self.same(bytes.zfill, t.ll_bytes_zfill, x, width)
            for size in (8, 0, -1, 3, MOST):
                self.same(bytes.expandtabs, t.ll_bytes_expandtabs, x, size)
            for sep in (":", "", "é", "ab"):
                for group in (1, 2, 3, 0, -1, -2, 100, -100):
                    self.same(lambda x, sep, k: x.hex(sep, k), lambda x, n, sep, k: t.ll_bytes_hex_sep(x, n, ll.literal(sep), k), x, sep, group)
            self.same(bytes.translate, lambda x, n, table, size, y, m: t.ll_bytes_translate(x, n, table, size, True, y, m), x, bytes(range(255, -1, -1)), y)
            self.same(lambda x, y: x.translate(None, y), lambda x, n, y, m: t.ll_bytes_translate(x, n, x, n, False, y, m), x, y)
            self.same(bytes.maketrans, t.ll_bytes_maketrans, x, data(rng) if rng.random() < 0.1 else x[::-1])
        self.same(bytes.translate, lambda x, n, table, size, y, m: t.ll_bytes_translate(x, n, table, size, True, y, m), b"a", b"b", b"")

    def test_fromhex(self):
        rng = seeded("fromhex")
        for _ in range(3000):
            s = "".join(rng.choice("0aF9 \t" + rng.choice(("", "", "gé\x1c"))) for _ in range(rng.randrange(10)))
            self.same(bytes.fromhex, lambda text: bytes_text.ll_bytes_fromhex(ll.literal(s)), s)


def sliced(x, i, k, step, has_i, has_k):
    return x[i if has_i else None : k if has_k else None : step]


def array(b, room=b""):
    a = ll.new(ll.ByteArray)
    a.items, a.length = ll.Buffer(b + room), len(b)
    return a


class ByteArrayTest(unittest.TestCase):
    def test_changes(self):
        rng = seeded("changes")
        for _ in range(4000):
            x = data(rng)
            theirs, ours = bytearray(x), array(x, bytes(rng.randrange(4)))
            for _ in range(4):
                name, args = self.change(rng, theirs)
                expected = outcome(getattr(ByteArrayTest, name), theirs, *args)
                flat = []
                for y in args:
                    own = isinstance(y, bytearray)
                    flat += [ours.items, ours.length] if own else view(y) if isinstance(y, bytes) else [y]
                got = helper(getattr(ARRAY, "ll_bytearray_" + name), ours, *flat)
                self.assertEqual((got, plain(ours)), (expected, theirs), (name, args))

    def change(self, rng, a):
        i, k = rng.choice(WHERE), rng.choice(WHERE)
        i = rng.randrange(-6, 7) if rng.random() < 0.6 else i
        c = rng.choice((0, 97, 98, 255, 256, -1))
        b = a if rng.random() < 0.1 else data(rng, 5)
        step = rng.choice((1, -1, 2, -2, 3, 0, MOST, LEAST))
        has = rng.random() < 0.7, rng.random() < 0.7
        if len(a) > 40:
            return "clear", ()
        return rng.choice(
            (
                ("getitem", (i,)), ("setitem", (i, c)), ("delitem", (i,)), ("append", (c,)), ("extend", (b,)),
                ("insert", (i, c)), ("pop", (i,)), ("remove", (c,)), ("clear", ()), ("reverse", ()),
                ("imul", (rng.randrange(-1, 4),)), ("set_slice", (i, k, b)), ("set_slice_step", (i, k, step, *has, b)),
                ("del_slice_step", (i, k, step, *has)),
            )
        )

    getitem, setitem, delitem = operator.getitem, operator.setitem, operator.delitem
    append, extend, insert, pop = bytearray.append, bytearray.extend, bytearray.insert, bytearray.pop
    remove, clear, reverse = bytearray.remove, bytearray.clear, bytearray.reverse

    def imul(a, n):
        a *= n

    def set_slice(a, i, k, b):
        a[i:k] = b

    def set_slice_step(a, i, k, step, has_i, has_k, b):
        a[i if has_i else None : k if has_k else None : step] = b

    def del_slice_step(a, i, k, step, has_i, has_k):
        del a[i if has_i else None : k if has_k else None : step]

    def test_make(self):
        for n in (-1, 0, 4):
            self.assertEqual(outcome(bytearray, n), helper(lambda n: plain(ARRAY.ll_new_bytearray(n)), n))
        for ints in ([], [0, 97, 255], [1, 256], [-1], [1, MOST]):
            l = ll.new(ll.List)
            l.items = ll.IntArray(ints + [0])
            l.length = len(ints)
            a, b = array(b"ab"), bytearray(b"ab")
            self.assertEqual(outcome(bytes, ints), helper(lambda: plain(bytes_module.ll_bytes_from_ints(l))))
            self.assertEqual(outcome(bytearray, ints), helper(lambda: plain(ARRAY.ll_bytearray_from_ints(l))))
            self.assertEqual(outcome(b.extend, ints), helper(ARRAY.ll_bytearray_extend_ints, a, l))
            self.assertEqual(plain(a), b)
        self.assertEqual(plain(ARRAY.ll_bytearray_of(ll.Bytes(b"abc"))), bytearray(b"abc"))


if __name__ == "__main__":
    unittest.main()
