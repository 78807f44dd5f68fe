"""rlib/std/itertools.py against CPython's own."""

import itertools
import operator
import unittest

from rlib.std import itertools as ritertools

POOLS = ["", "A", "AB", "ABCA", [1, 1, 2, 3, 3, 1], range(5)]


class StdItertoolsTest(unittest.TestCase):
    def both(self, name, *args, n=40, **keywords):
        results = []
        for module in (itertools, ritertools):
            try:
                results.append(list(itertools.islice(getattr(module, name)(*args, **keywords), n)))
            except Exception as e:
                results.append((type(e), str(e)))
        self.assertEqual(*results, (name, args, keywords))

    def test_all(self):
        for pool in POOLS:
            self.both("cycle", pool)
            self.both("accumulate", pool)
            self.both("accumulate", pool, max)
            self.both("pairwise", pool)
            self.both("chain", pool, "xyz", pool)
            self.both("compress", pool, [1, 0, 1, 0, 1])
            self.both("permutations", pool, n=200)
            for r in range(-1, 5):
                for name in ("combinations", "combinations_with_replacement", "permutations"):
                    self.both(name, pool, r, n=500)
            for repeat in (-1, 0, 1, 2, 3):
                self.both("product", pool, repeat=repeat, n=500)
            for other in POOLS:
                self.both("product", pool, other)
                self.both("product", pool, other, pool, n=300)
                self.both("product", pool, other, "ab", pool, n=300)
                self.both("zip_longest", pool, other, fillvalue="-")
                self.both("zip_longest", pool, other, "xyz")
            for args in [(3,), (None,), (1, 3), (1, None), (0, None, 2), (2, 5, 2), (0,), (-1,), (1, -1), (0, 1, 0), (9,)]:
                self.both("islice", pool, *args)
        self.both("count"), self.both("count", 3, 0.5), self.both("repeat", 7), self.both("repeat", 7, 3)
        self.both("accumulate", [1, 2, 3], operator.mul, initial=100)
        self.both("dropwhile", lambda x: x < 5, [1, 4, 6, 4, 1]), self.both("takewhile", lambda x: x < 5, [1, 4, 6, 4, 1])
        self.both("filterfalse", lambda x: x % 2, range(10)), self.both("filterfalse", None, [0, 1, "", "a"])
        self.both("starmap", pow, [(2, 5), (3, 2), (10, 3)])
        self.assertEqual(list(ritertools.chain_from_iterable(["AB", "CD"])), list("ABCD"))

    def test_islice_takes_no_more(self):
        for args in [(3,), (1, 3), (0, 7, 3), (2, 2), (0, 5, 10), (3, 1)]:
            left = []
            for module in (itertools, ritertools):
                it = iter(range(20))
                left.append((list(module.islice(it, *args)), next(it)))
            self.assertEqual(*left, args)

    def test_groupby(self):
        for pool in POOLS + ["AAABBBAACA"]:
            for key in (None, str):
                for take in (0, 1, 2, 9):
                    for keep in (False, True):
                        results = []
                        for module in (itertools, ritertools):
                            groups = [
                                (k, g if keep else list(module.islice(g, take))) for k, g in module.groupby(pool, key)
                            ]
                            results.append([(k, list(g)) for k, g in groups])
                        if keep:
                            # CPython leaves the last group what is left of it.
                            results = [[k for k, _ in r] for r in results]
                        self.assertEqual(*results, (pool, take, keep))

    def test_tee(self):
        for module in (itertools, ritertools):
            a, b, c = module.tee(iter("abcd"), 3)
            self.assertEqual([next(a), next(a), next(b), list(c), list(b), list(a)], list("aba") + [list("abcd"), list("bcd"), list("cd")])


if __name__ == "__main__":
    unittest.main()
