import unittest

from rlib import int as rint, int_bytes, lowlevel as ll
from support import EDGES, LEAST, MOST, helper, outcome, random_int, seeded


def to_bytes(n, length, order, signed):
    return bytes(int_bytes.ll_int_to_bytes(n, length, int_bytes.ll_is_big_endian(ll.literal(order)), signed))


class IntBytesTest(unittest.TestCase):
    def test_bits(self):
        rng = seeded("bits")
        for n in EDGES + [random_int(rng) for _ in range(1000)]:
            self.assertEqual(int_bytes.ll_int_bit_length(n), n.bit_length())
            self.assertEqual(int_bytes.ll_int_bit_count(n), n.bit_count())

    def test_to_bytes(self):
        rng = seeded("to bytes")
        for n in EDGES + [random_int(rng) for _ in range(1000)] + list(range(-300, 300)):
            for length in (-1, 0, 1, 2, 3, 7, 8, 9, 12):
                signed = rng.random() < 0.5
                order = rng.choice(("big", "little"))
                expected = outcome(lambda: n.to_bytes(length, order, signed=signed))
                self.assertEqual(expected, outcome(to_bytes, n, length, order, signed), (n, length, order, signed))
        self.assertEqual(outcome(lambda: (5).to_bytes(2, "x")), outcome(to_bytes, 5, 2, "x", False))

    def test_from_bytes(self):
        rng = seeded("from bytes")
        for _ in range(5000):
            data = bytes(rng.choice((0, 0, 255, 255, 127, 128, 1, 77)) for _ in range(rng.randrange(13)))
            signed = rng.random() < 0.5
            order = rng.choice(("big", "little"))
            expected = int.from_bytes(data, order, signed=signed)
            value, fits = int_bytes.ll_int_from_bytes(ll.Bytes(data), len(data), order == "big", signed)
            self.assertEqual((value, fits), (ll.wrap(expected), LEAST <= expected <= MOST), (data, order, signed))


class ParseFlagTest(unittest.TestCase):
    def test_fits(self):
        rng = seeded("fits")
        for _ in range(3000):
            n = rng.getrandbits(rng.randrange(55, 75)) * rng.choice((1, -1))
            base = rng.choice((2, 8, 10, 16))
            text = " " + format(n, {2: "#b", 8: "#o", 10: "_", 16: "#_x"}[base]) + "\n"
            value, fits = helper(rint.ll_int_parse_flag, text, rng.choice((0, base)))
            self.assertEqual(fits, LEAST <= n <= MOST)
            if fits:
                self.assertEqual(value, n)

    def test_numeral(self):
        for text, base, expected in (
            ("12", 10, (0, 2, 10, False)),
            (" -0x_1F ", 0, (4, 7, 16, True)),
            ("+0b1", 16, (1, 4, 16, False)),
            ("0b1", 2, (2, 3, 2, False)),
            ("0b1", 10, (0, 3, 10, False)),
            ("0", 0, (0, 1, 10, False)),
            ("", 36, (0, 0, 36, False)),
        ):
            self.assertEqual(helper(rint.ll_int_numeral, text, base), expected)


if __name__ == "__main__":
    unittest.main()
