import unittest

from rlib import hash as rhash, lowlevel as ll
from containers import hash_key
from support import EDGES, random_int, seeded

PRIME = (1 << 61) - 1


def big(n):
    digits = []
    m = abs(n)
    while m:
        digits.append(m & 0xFFFFFFFF)
        m >>= 32
    b = ll.new_tail(ll.BigInt, len(digits))
    for i, digit in enumerate(digits):
        b[i] = digit
    b.negative = n < 0
    return b


class HashTest(unittest.TestCase):
    def test_int(self):
        rng = seeded("hash")
        for n in EDGES + [PRIME + d for d in (-1, 0, 1)] + [-PRIME + d for d in (-1, 0, 1)] + [random_int(rng) for _ in range(3000)]:
            self.assertEqual(hash(n), rhash.ll_hash_int(n), n)
            self.assertEqual(hash(n), rhash.ll_hash_bigint(big(n)), n)

    def test_bigint(self):
        rng = seeded("hash big")
        numbers = [rng.getrandbits(rng.randrange(60, 700)) for _ in range(2000)]
        for n in numbers + [PRIME * k + d for k in (1, 2, 1 << 64, PRIME) for d in (-1, 0, 1)]:
            self.assertEqual(hash(n), rhash.ll_hash_bigint(big(n)), n)
            self.assertEqual(hash(-n), rhash.ll_hash_bigint(big(-n)), n)

    def test_float(self):
        rng = seeded("hash float")
        floats = [0.0, -0.0, 1e300, 5e-324, 2.0**63, -(2.0**63), 2.0**64, 2.0**61, 2.0**61 - 512, float("inf"), -1.0, 0.5]
        floats += [ll.float_from_bits(random_int(rng)) for _ in range(5000)]
        floats += [rng.uniform(-100, 100) for _ in range(1000)] + [float(n) for n in EDGES]
        for x in floats:
            if x == x:
                self.assertEqual(hash(x), rhash.ll_hash_float(x), x)
                self.assertEqual(hash(-x), rhash.ll_hash_float(-x), x)
        self.assertNotEqual(rhash.ll_hash_float(float("nan")), -1)

    def test_tuple(self):
        rng = seeded("hash tuple")
        for _ in range(1000):
            items = tuple(rng.choice((random_int(rng), rng.random(), True)) for _ in range(rng.randrange(6)))
            self.assertEqual(hash(items), hash_key(items))
            self.assertEqual(hash((items, 1)), hash_key((items, 1)))

    def test_str(self):
        """Hashes of 32 bits that differ, in their lower bits too; kept in the str."""
        texts = ["", "\0", "\0\0", "a" * 8, "a" * 9] + ["w%d" % i for i in range(20000)]
        texts += ["".join(chr(97 + (i >> 4 * k & 15)) for k in range(3)) for i in range(4096)]
        texts += ["key_%08d" % (i * 7) for i in range(20000)]
        hashes = set()
        slots = [0] * 65536
        for text in dict.fromkeys(texts):
            s = ll.literal(text)
            h = rhash.ll_hash_str(s)
            self.assertEqual((s.hash, rhash.ll_hash_str(s)), (h, h))
            self.assertTrue(0 < h < 1 << 32)
            hashes.add(h)
            slots[h & 65535] += 1
        self.assertGreater(len(hashes), len(set(texts)) - 5)
        # 44,000 balls in 65,536 bins: about 0.51 of these are empty.
        self.assertLess(abs(slots.count(0) / 65536 - 0.51), 0.02)


if __name__ == "__main__":
    unittest.main()
