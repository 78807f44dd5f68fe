"""Text, bytes, floats and number theory of big ints."""

import math
import operator
import sys
import unittest

from rlib import bigint_float as rfloat
from rlib import bigint_number as rnumber
from rlib import bigint_text as rtext
from rlib import lowlevel as ll
from support import EDGES, LEAST, MOST, outcome, seeded
from test_bigint import EDGY, BigTest, Small, big, plain, random_big


class TextTest(BigTest):
    def same_text(self, n):
        for theirs, ours in ((str, rtext.ll_big_str), (hex, rtext.ll_big_hex), (oct, rtext.ll_big_oct), (bin, rtext.ll_big_bin)):
            self.same(theirs, ours, n)

    def test_text(self):
        rng = seeded("text")
        for n in EDGES + EDGY + [random_big(rng, 20) for _ in range(800)]:
            self.same_text(n)
        for k in list(range(20, 40)) + list(range(140, 150)) + list(range(285, 291)) + [575, 576, 577, 1000, 2304, 4290, 4298]:
            for d in (-1, 0, 1):
                self.same_text(10**k + d)
                self.same_text(-(10**k) - d)
        for _ in range(20):
            self.same_text(random_big(rng, 440))

    def test_limit(self):
        for n in (10**4299, 10**4300 - 1, 10**4300, 10**4301, -(10**4300), 1 - 10**4300, 1 << 100000, 1 << 14284, 1 << 14285):
            self.same(str, rtext.ll_big_str, n)
        for text in ("9" * 4300, "9" * 4301, "0" * 4301, "-" + "9" * 4300, " 0_" + "1" * 4300, "9" * 4301 + "x", "9" * 4301 + "_",
                     "9" * 4301 + "__9", "9_" * 4300 + "9", "1_" * 4299 + "1", "0" * 4301 + "x", "z" + "9" * 4301):
            for base in (0, 10, 3, 16, 32, 36, 2):
                self.same_parse(text, base)
        rng = seeded("limit")
        try:
            for limit in (640, 1000, 0):
                sys.set_int_max_str_digits(limit)
                rtext.ll_set_int_max_str_digits(limit)
                self.assertEqual(rtext.ll_get_int_max_str_digits(), limit)
                for k in (639, 640, 641, 999, 1000, 1001):
                    self.same(str, rtext.ll_big_str, 10**k)
                    self.same(str, rtext.ll_big_str, 10**k - 1)
                    self.same_parse("7" * k, 10)
                    self.same_parse("7" * k, 9)
            for size in (3000, 9000):
                n = rng.getrandbits(size * 4)
                self.same(str, rtext.ll_big_str, n)
                self.same_parse(str(n), 10)
                self.same_parse(str(n), 23)
            for n in (639, 1, -1, -640, 640, 2**31, MOST, LEAST, 2**31 - 1):
                self.same(sys.set_int_max_str_digits, rtext.ll_set_int_max_str_digits, Small(n))
        finally:
            sys.set_int_max_str_digits(4300)
            rtext.ll_set_int_max_str_digits(4300)

    def same_parse(self, text, base):
        expected = outcome(int, text, base)
        s = ll.literal(text)
        self.assertEqual(outcome(lambda: plain(rtext.ll_big_from_str(s, base))), expected, (text[:80], base))
        valid = outcome(lambda: plain(rtext.ll_big_parse(s, base)[1]))
        if isinstance(valid, bool):
            self.assertEqual(valid, isinstance(expected, int), (text[:80], base))
        else:
            self.assertEqual(valid, expected)

    def test_parse(self):
        texts = (
            "0 -0 +7 00 007 0_0 1_000 _1 1_ 1__0 - + +-1 0x10 0X_f 0x 0x_ 0b101 0b2 0o17 0o8 z Z9 ff 1.0 1e5 ' \" \\ é "
            "٣٤ -٣ ٣x ３_４ \u3000 \x1c5 5\x1c ff 5\x00 9223372036854775807 9223372036854775808 "
            "-9223372036854775808 -9223372036854775809 99999999999999999999x 0b1_0 0_b1 08 0_7 1_2_3 "
            "00000000000000000000 -0x8000000000000000 0xffffffff 0x1_0000_0000 000000000000000000001"
        ).split(" ")
        texts += ["", " ", " 1", "1 ", " 1 2 ", "\t\n\r\x0b\x0c 5", "\u30005\u2003", "\x1c５", "5\x00", "- 1", "a'b\"c" * 60, "é" * 300]
        for text in texts:
            for base in (0, 2, 8, 10, 16, 36, 1, 37, -1):
                self.same_parse(text, base)
        rng = seeded("parse")
        for _ in range(1200):
            text = "".join(rng.choice("0011_xXbBoO9aZ -+ ٣") for _ in range(rng.randrange(1, 7)))
            self.same_parse(text, rng.choice((0, 2, 8, 10, 16, 36)))
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"
        for _ in range(300):
            base = rng.randrange(2, 37)
            n = rng.randrange(1, 30) if rng.randrange(8) else rng.randrange(1, 700)
            text = "".join(rng.choice(digits[:base]) for _ in range(n))
            if rng.randrange(3) == 0:
                text = "_".join(text)
            self.same_parse(rng.choice(("", "-", "+", " ", " -")) + text, base)
        for base in (2, 3, 7, 8, 10, 11, 16, 36):
            for n in (287, 288, 289, 1153, 2500):
                self.same_parse(digits[base - 1] * n, base)
                self.same_parse("1" + "0" * n, base)

    def test_bytes(self):
        def to_bytes(n, size, big_endian, signed):
            return n.to_bytes(size, "big" if big_endian else "little", signed=signed)

        def ours(*args):
            return bytes(rtext.ll_big_to_bytes(*args))

        rng = seeded("bytes")
        for n in EDGY + [128, 127, -128, -129, 255, 256, -255, -256] + [random_big(rng, 5) for _ in range(200)]:
            fitting = n.bit_length() // 8
            for size in {-1, 0, 1, fitting, fitting + 1, fitting + 2, fitting + 9}:
                for big_endian in (False, True):
                    for signed in (False, True):
                        given = big(n)
                        expected = outcome(to_bytes, n, size, big_endian, signed)
                        self.assertEqual(outcome(ours, given, size, big_endian, signed), expected, (n, size, signed))
        for _ in range(2000):
            data = bytes(rng.choice((0, 1, 127, 128, 255, rng.randrange(256))) for _ in range(rng.randrange(0, 20)))
            for order in ("big", "little"):
                for signed in (False, True):
                    expected = int.from_bytes(data, order, signed=signed)
                    got = rtext.ll_big_from_bytes(ll.Bytes(data), len(data), order == "big", signed)
                    self.assertEqual(plain(got), expected, (data, order, signed))


class FloatTest(BigTest):
    def floats(self, seed):
        rng = seeded(seed)
        xs = [s * math.ldexp(1.0 + d * 2.0**-52, e) for s in (1, -1) for d in (0, 1, 3, -1) for e in range(-3, 1023, 11)]
        xs += [0.0, -0.0, 0.5, -0.5, 1e300, 5e-324, math.inf, -math.inf, math.nan, 1.7976931348623157e308]
        xs += [s * 2.0**k for s in (1, -1) for k in (52, 53, 62, 63, 64, 65)]
        return xs + [math.ldexp(rng.random() - 0.5, rng.randrange(0, 1000)) for _ in range(500)]

    def test_from_float(self):
        for x in self.floats("from"):
            self.same(int, rfloat.ll_big_from_float, x)

    def test_to_float(self):
        rng = seeded("to")
        for n in EDGES + EDGY + [random_big(rng, 34) for _ in range(3000)]:
            self.same(float, rfloat.ll_big_to_float, n)
        for bits in list(range(54, 140)) + [900, 1022, 1023, 1024, 1025, 2000]:
            for _ in range(30):
                # Beside a half of the last place.
                m = rng.choice((rng.getrandbits(53) | 1 << 52, (1 << 53) - 1)) * 2 + 1
                n = (m << bits - 54) + rng.choice((0, 1, -1, 2, 1 << rng.randrange(bits - 53)))
                self.same(float, rfloat.ll_big_to_float, n)
                self.same(float, rfloat.ll_big_to_float, -n)

    def test_frexp(self):
        rng = seeded("frexp")
        for n in EDGY + [random_big(rng, 30) for _ in range(2000)] + [(1 << k) - 1 for k in range(1, 200)]:
            if n != 0 and n.bit_length() < 1024:
                self.same(lambda n: math.frexp(abs(n)), rfloat.ll_big_frexp, n)

    def test_true_division(self):
        rng = seeded("truediv")
        pairs = [(a, b) for a in EDGY for b in EDGY]
        pairs += [(random_big(rng, k), random_big(rng, m)) for k, m in ((5, 5), (40, 8), (8, 40), (40, 40), (70, 70), (3, 70), (70, 3)) for _ in range(400)]
        for _ in range(2500):
            # Quotients that lie beside a half of the last place, subnormal ones too.
            b = random_big(rng, 6) or 1
            m = (rng.getrandbits(53) | 1 << 52) * 2 + 1
            shift = rng.choice((0, 0, 70, -70, 960, 969, 970, 971, -1074, -1075, -1100, -1120, -1126, -1127, -1128))
            if shift < 0:
                pairs.append((m * b + rng.randrange(-1, 2), b << -shift))
            else:
                pairs.append(((m * b << shift) + rng.randrange(-1, 2), b))
        for a, b in pairs:
            self.same(operator.truediv, rfloat.ll_big_truediv, a, b)

    def test_order(self):
        def compare(n, x):
            return 2 if x != x else (n > x) - (n < x)

        rng = seeded("order")
        for x in self.floats("order"):
            ns = [0, 1, -1, 10**400, -(10**400), random_big(rng, 33)]
            if math.isfinite(x):
                ns += [int(x) + d for d in (-1, 0, 1)]
            for n in ns:
                self.same(compare, rfloat.ll_big_cmp_float, n, x)

    def test_round(self):
        rng = seeded("round")
        for n in EDGES[::3] + EDGY + [random_big(rng, 8) for _ in range(100)] + [5, 15, 25, -5, -15, 45 * 10**20, 55 * 10**20]:
            for digits in list(range(-24, 2)) + [-40, -77, -78, -300, LEAST, MOST]:
                self.same(lambda n, d: round(n, d) if d > -1000 else 0, rfloat.ll_big_round, n, Small(digits))


class NumberTest(BigTest):
    def test_gcd(self):
        rng = seeded("gcd")
        pairs = [(a, b) for a in EDGY for b in EDGY]
        pairs += [(random_big(rng, 12), random_big(rng, 12)) for _ in range(1500)]
        for _ in range(500):
            c = random_big(rng, 6)
            pairs.append((random_big(rng, 12) * c, random_big(rng, 9) * c))
        a, b = 1, 1
        while a.bit_length() < 1000:
            a, b = a + b, a
        pairs += [(a, b), (a * 10**50, b * 10**50), (a + 1, b)]
        for a, b in pairs:
            self.same(math.gcd, rnumber.ll_big_gcd, a, b)
            self.same(math.lcm, rnumber.ll_big_lcm, a, b)

    def test_pow_mod(self):
        rng = seeded("pow_mod")
        for _ in range(250):
            a, b, m = random_big(rng, 5), random_big(rng, 3), random_big(rng, 5)
            self.same(pow, rnumber.ll_big_pow_mod, a, b, m)
            self.same(pow, rnumber.ll_big_pow_mod, a, abs(b), m | 1)
            self.same(pow, rnumber.ll_big_pow_mod, a, b, m | 1)
        for a in (LEAST, MOST, -1, 0, 1, 2, 1 << 64, 10**30):
            for b in (LEAST, -2, -1, 0, 1, 3, MOST, 10**40):
                for m in (LEAST, MOST, -7, -2, -1, 0, 1, 2, 7, 1 << 32, (1 << 32) - 1, 1 << 64, -(10**30), 1 << 31, 1 << 63):
                    self.same(pow, rnumber.ll_big_pow_mod, a, b, m)
        for n in (36, 61):
            a, b, m = (rng.getrandbits(32 * n) for _ in range(3))
            self.same(pow, rnumber.ll_big_pow_mod, a, b >> 32 * n - 200, m)
            self.same(pow, rnumber.ll_big_pow_mod, -a, b >> 32 * n - 20, -m)

    def test_isqrt(self):
        rng = seeded("isqrt")
        for n in EDGES + EDGY + list(range(-2, 300)) + [random_big(rng, 30) for _ in range(600)]:
            self.same(math.isqrt, rnumber.ll_big_isqrt, n)
            for d in (-1, 0, 1):
                self.same(math.isqrt, rnumber.ll_big_isqrt, n * n + d)

    def test_products(self):
        for n in list(range(-1, 70)) + [100, 1000]:
            self.same(math.factorial, rnumber.ll_big_factorial, Small(n))
            for k in (-1, 0, 1, 2, 7, n - 1, n, n + 1):
                self.same(math.comb, rnumber.ll_big_comb, Small(n), Small(k))
                self.same(math.perm, rnumber.ll_big_perm, Small(n), Small(k))
        for n in (MOST, MOST - 1, 10**9, 10**12):
            for k in range(5):
                self.same(math.comb, rnumber.ll_big_comb, Small(n), Small(k))
                self.same(math.perm, rnumber.ll_big_perm, Small(n), Small(k))


if __name__ == "__main__":
    unittest.main()
