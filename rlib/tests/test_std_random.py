"""rlib/std/random.py makes CPython's sequences."""

import random
import unittest

from rlib.std import random as rrandom
from support import outcome


def draws(r):
    xs = list(range(50))
    yield [r.random() for _ in range(700)]
    yield [r.getrandbits(k) for k in (0, 1, 7, 32, 33, 63, 64, 200)]
    yield [r.randrange(n) for n in (1, 2, 3, 10, 2**31, 2**33, 2**62, 10**30)]
    yield [r.randrange(5, 50, 7), r.randrange(50, 5, -7), r.randint(-5, 5), r.randint(1, 6)]
    yield [r.choice("abc"), r.choices("abc", k=5), r.choices("abc", [1, 2, 3], k=5), r.choices("ab", cum_weights=[1, 3], k=4)]
    yield r.shuffle(xs), xs
    yield r.sample(xs, 5), r.sample(range(1000000), 20), r.sample(xs, 50), r.sample("ab", counts=[3, 4], k=5)
    yield r.uniform(1, 2), r.triangular(), r.triangular(1, 5, 2), r.triangular(3, 3, 3)
    yield [r.gauss(1, 2) for _ in range(5)], [r.normalvariate() for _ in range(5)], r.lognormvariate(0, 1)
    yield r.expovariate(2), [r.gammavariate(a, 2) for a in (0.5, 1.0, 3.5)], r.betavariate(2, 3)
    yield r.paretovariate(3), r.weibullvariate(1, 2), r.vonmisesvariate(1, 2), r.vonmisesvariate(0, 0)
    yield r.randbytes(11), r.randbytes(8)
    for args in ((0,), (5, 5), (1, 5, 0), (5, 1, 2)):
        yield outcome(r.randrange, *args)
    yield outcome(r.choice, []), outcome(r.sample, [1], 2), outcome(r.gammavariate, 0, 1)


class StdRandomTest(unittest.TestCase):
    def test_sequences(self):
        for seed in (0, -42, 2**32, 10**50, 0.5, -2.75, True, "", "seed", "Zürich" * 30, b"\0\0bytes", bytearray(111), b"x" * 112, b"y" * 127):
            random.seed(seed)
            rrandom.seed(seed)
            for a, b in zip(draws(random), draws(rrandom)):
                self.assertEqual(a, b, seed)
            for a, b in zip(draws(random.Random(seed)), draws(rrandom.Random(seed))):
                self.assertEqual(a, b, seed)

    def test_state(self):
        r = rrandom.Random(3)
        r.gauss()
        state = r.getstate()
        first = [r.gauss(), r.random()]
        r.setstate(state)
        self.assertEqual(first, [r.gauss(), r.random()])
        self.assertTrue(0 <= rrandom.Random().random() < 1)


if __name__ == "__main__":
    unittest.main()
