import operator
import unittest

from rlib import bigint as rbig
from rlib import bigint_bits as rbits
from rlib import lowlevel as ll
from support import EDGES, LEAST, MOST, outcome, seeded

MASK = (1 << 32) - 1


def big(n):
    """The BigInt of a Python int."""
    digits = []
    u = abs(n)
    while u:
        digits.append(u & MASK)
        u >>= 32
    b = ll.new_tail(ll.BigInt, len(digits))
    for i, digit in enumerate(digits):
        b[i] = digit
    b.negative = n < 0
    return b


def value(b):
    """The Python int of a BigInt, which must be normal."""
    assert len(b) == 0 or b[-1] != 0, list(b)
    assert len(b) != 0 or not b.negative
    n = int.from_bytes(b"".join(digit.to_bytes(4, "little") for digit in b), "little")
    return -n if b.negative else n


def plain(x):
    """A result, with its BigInts as Python's ints."""
    if isinstance(x, ll.BigInt):
        return value(x)
    return tuple(plain(y) for y in x) if isinstance(x, tuple) else x


class BigTest(unittest.TestCase):
    def same(self, theirs, ours, *args):
        """As CPython: ints are given as BigInts, but for those in Small."""
        given = [arg.n if isinstance(arg, Small) else big(arg) if isinstance(arg, int) else arg for arg in args]
        before = [plain(x) for x in given]
        got = outcome(lambda: plain(ours(*given)))
        self.assertEqual(before, [plain(x) for x in given], "an operand changed")
        expected = outcome(theirs, *[arg.n if isinstance(arg, Small) else arg for arg in args])
        if expected != got:
            self.fail("%s%r:\nexpected %r\n     got %r" % (ours.__name__, args, expected, got))


class Small:
    """An argument that is a machine int."""

    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return "Small(%d)" % self.n


def random_big(rng, most):
    """An int of up to so many digits: random, or of runs of equal bits."""
    size = rng.choice((rng.randrange(0, 4), rng.randrange(0, most + 1)))
    bits = 32 * size - rng.choice((0, 0, 1, rng.randrange(0, 33)))
    if bits <= 0:
        return rng.randrange(-3, 4)
    kind = rng.randrange(5)
    if kind < 2:
        n = rng.getrandbits(bits)
    elif kind == 2:
        n = (1 << bits) + rng.randrange(-1, 2)
    elif kind == 3:
        n = 0
        while n.bit_length() < bits:
            k = rng.choice((rng.randrange(1, 10), rng.randrange(1, 200), 32, 64))
            n = n << k | rng.choice((0, (1 << k) - 1))
            n = n or 1
    else:
        n = rng.getrandbits(bits) >> rng.randrange(bits) << rng.randrange(bits)
    return -n if rng.randrange(2) else n


SMALL = EDGES[::2] + [0, 1, -1, LEAST, MOST]
POWERS = sorted({s * ((1 << k) + d) for k in (31, 32, 33, 63, 64, 65, 95, 96, 127, 128, 160) for s in (1, -1) for d in (-1, 0, 1)})
EDGY = POWERS + [0, 1, -1, 2, -2, 10**9, -(10**9), 10**18, 10**27]


class BigIntTest(BigTest):
    def pairs(self, seed, n, most):
        rng = seeded(seed)
        pairs = [(a, b) for a in EDGY for b in EDGY]
        return pairs + [(random_big(rng, most), random_big(rng, most)) for _ in range(n)]

    def test_conversion(self):
        for n in EDGES + EDGY:
            if LEAST <= n <= MOST:
                self.same(int, rbig.ll_big_from_int, Small(n))
                self.same(lambda b: (b, True), rbig.ll_big_to_int, n)
            else:
                self.assertFalse(rbig.ll_big_to_int(big(n))[1], n)
            self.same(bool, rbig.ll_big_truth, n)

    def test_order(self):
        def compare(a, b):
            return (a > b) - (a < b)

        for a, b in self.pairs("order", 1000, 5):
            self.same(compare, rbig.ll_big_cmp, a, b)
            self.same(operator.eq, rbig.ll_big_eq, a, b)
            self.same(operator.eq, rbig.ll_big_eq, a, a)
            if LEAST <= b <= MOST:
                self.same(compare, rbig.ll_big_cmp_int, a, Small(b))
                self.same(operator.eq, rbig.ll_big_eq_int, a, Small(b))

    def test_one_operand(self):
        rng = seeded("one")
        for a in EDGES + EDGY + [random_big(rng, 9) for _ in range(3000)]:
            self.same(hash, rbig.ll_big_hash, a)
            self.same(operator.neg, rbig.ll_big_neg, a)
            self.same(abs, rbig.ll_big_abs, a)
            self.same(operator.invert, rbig.ll_big_invert, a)
            self.same(int.bit_length, rbig.ll_big_bit_length, a)
            self.same(int.bit_count, rbits.ll_big_bit_count, a)
            self.same(lambda n: (n > 0) - (n < 0), rbig.ll_big_sign, a)
            self.same(lambda n: n % 2 == 1, rbig.ll_big_is_odd, a)
        for k in range(-3, 4):
            for m in (2**61 - 1, 2**122 - 1, (2**61 - 1) << 61):
                self.same(hash, rbig.ll_big_hash, m + k)
                self.same(hash, rbig.ll_big_hash, -m + k)

    def test_sum(self):
        for a, b in self.pairs("sum", 1500, 12):
            self.same(operator.add, rbig.ll_big_add, a, b)
            self.same(operator.sub, rbig.ll_big_sub, a, b)
            self.same(operator.sub, rbig.ll_big_sub, a, a + b % 7)

    def test_small_operand(self):
        rng = seeded("small")
        for a in EDGY + [random_big(rng, 6) for _ in range(60)]:
            for b in SMALL:
                self.same(operator.add, rbig.ll_big_add_int, a, Small(b))
                self.same(operator.sub, rbig.ll_big_sub_int, a, Small(b))
                self.same(operator.sub, rbig.ll_int_sub_big, Small(b), a)
                self.same(operator.mul, rbig.ll_big_mul_int, a, Small(b))
                self.same(operator.floordiv, rbig.ll_big_floordiv_int, a, Small(b))
                self.same(operator.mod, rbig.ll_big_mod_int, a, Small(b))

    def test_product(self):
        for a, b in self.pairs("product", 700, 34):
            self.same(operator.mul, rbig.ll_big_mul, a, b)
            self.same(lambda a: a * a, lambda a: rbig.ll_big_mul(a, a), a)

    def test_long_product(self):
        rng = seeded("long product")
        for most in (80, 160, 400):
            for _ in range(5):
                a = random_big(rng, most)
                b = random_big(rng, most)
                ones = (1 << 32 * rng.randrange(1, most)) - 1
                self.same(operator.mul, rbig.ll_big_mul, a, b)
                self.same(operator.mul, rbig.ll_big_mul, a, ones)
                self.same(operator.mul, rbig.ll_big_mul, ones << 32, ones)
                self.same(lambda a: a * a, lambda a: rbig.ll_big_mul(a, a), a)
                self.same(lambda a: a * a, lambda a: rbig.ll_big_mul(a, a), ones)
        # Each shape of factors: equal, nearly so, and unbalanced, around the cutoffs.
        for n in list(range(34, 42)) + [71, 72, 73, 74, 75, 145]:
            for m in (n, n + 1, n + n // 2, 2 * n, 2 * n + 37, 3 * n + n - 1):
                a = rng.getrandbits(32 * n) | 1 << 32 * n - 1
                b = rng.getrandbits(32 * m) | 1 << 32 * m - 1
                self.same(operator.mul, rbig.ll_big_mul, a, b)

    def test_division(self):
        for a, b in self.pairs("division", 1000, 20):
            self.same(operator.floordiv, rbig.ll_big_floordiv, a, b)
            self.same(operator.mod, rbig.ll_big_mod, a, b)
            self.same(divmod, rbig.ll_big_divmod, a, b)
            self.same(divmod, rbig.ll_big_divmod, a * b + a % 3 - 1, b)

    def test_hard_division(self):
        # Quotients' digits that are guessed too great, and divisors with zeros.
        rng = seeded("hard division")
        digits = (0, 1, 2, MASK, MASK - 1, 1 << 31, (1 << 31) - 1, (1 << 31) + 1)
        for _ in range(2500):
            a, b = (
                int.from_bytes(b"".join(rng.choice(digits).to_bytes(4, "big") for _ in range(rng.randrange(1, k))), "big")
                for k in (9, 6)
            )
            self.same(divmod, rbig.ll_big_divmod, a, b)

    def test_long_division(self):
        rng = seeded("long division")
        sizes = [(m, n) for n in (59, 60, 61, 90, 125) for m in (1, 59, 60, 61, n - 1, n, n + 1, 2 * n + 3, 3 * n)]
        for m, n in sizes:
            b = rng.getrandbits(32 * n) | 1 << rng.randrange(32 * n - 32, 32 * n)
            a = rng.getrandbits(32 * (m + n))
            ones = (1 << 32 * n - rng.randrange(32)) - 1
            for a, b in ((a, b), (b << 32 * m, b), ((b << 32 * m) - 1, b), (a, ones), (a | (1 << 32 * (m + n)) - 1, b),
                         (ones << 32 * m, ones ^ (1 << 16 * n)), (a, 1 << 32 * n - 1), (a, (1 << 32 * n - 1) + 1),
                         ((1 << 32 * (m + n)) - 1, (1 << 32 * n - 1) | (1 << 16 * n) - 1)):
                self.same(divmod, rbig.ll_big_divmod, a, b)
                self.same(divmod, rbig.ll_big_divmod, -a, b)

    def test_pow(self):
        rng = seeded("pow")
        for _ in range(600):
            self.same(operator.pow, rbig.ll_big_pow_int, random_big(rng, 4), Small(rng.randrange(0, 40)))
        for a in list(range(-20, 21)) + EDGY:
            for b in (0, 1, 2, 3, 5, 31, 64, 100):
                self.same(operator.pow, rbig.ll_big_pow_int, a, Small(b))
                self.same(operator.pow, rbig.ll_big_pow, a, b)
        for a in (0, 1, -1):
            for b in (MOST, MOST - 1):
                self.same(operator.pow, rbig.ll_big_pow_int, a, Small(b))
                self.same(lambda a, b: a ** (b & 1 or 2), rbig.ll_big_pow, a, b << 70 | b & 1)
        self.same(operator.pow, rbig.ll_big_pow, 0, -1)
        for a, b in ((2, 1 << 64), (3, 1 << 64), (10**30, MOST), (-2, 1 << 40)):
            self.assertEqual(outcome(rbig.ll_big_pow, big(a), big(b))[0], "MemoryError")
        for b in (-1, LEAST, -(1 << 64)):
            self.assertEqual(outcome(rbig.ll_big_pow, big(3), big(b))[0], "OverflowError")

    def test_shifts(self):
        rng = seeded("shifts")
        for a in EDGY + [random_big(rng, 6) for _ in range(200)]:
            for n in (-1, 0, 1, 2, 31, 32, 33, 63, 64, 65, 96, 100, 127, 128, 129, 1000):
                self.same(operator.lshift, rbits.ll_big_lshift, a, Small(n))
                self.same(operator.rshift, rbits.ll_big_rshift, a, Small(n))
                self.same(operator.lshift, rbits.ll_big_lshift_big, a, n)
                self.same(operator.rshift, rbits.ll_big_rshift_big, a, n)
            for n in (LEAST, MOST, 1 << 63, 1 << 66, 3 << 64, 15 << 62, 16 << 64, 1 << 99, -1 << 99):
                self.same(operator.rshift, rbits.ll_big_rshift_big, a, n)
        for a in (0, 1, -1, 10**30):
            for n in (LEAST, MOST, 1 << 63, 1 << 64, 3 << 64, (15 << 62) - 1000000, 15 << 62, 16 << 64, 1 << 99, -1 << 99):
                self.same(operator.lshift, rbits.ll_big_lshift_big, a, n)

    def test_logic(self):
        for a, b in self.pairs("logic", 3000, 8):
            self.same(operator.and_, rbits.ll_big_and, a, b)
            self.same(operator.or_, rbits.ll_big_or, a, b)
            self.same(operator.xor, rbits.ll_big_xor, a, b)
            self.same(operator.and_, rbits.ll_big_and, a, ~b)
            self.same(operator.or_, rbits.ll_big_or, a, -a)
            self.same(operator.xor, rbits.ll_big_xor, a, ~a)


if __name__ == "__main__":
    unittest.main()
