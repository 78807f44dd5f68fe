"""The standard modules of rlib/std run here as they are, with CPython's own as the judge."""

import bisect
import functools
import heapq
import operator
import string
import sys
import time
import unittest
from unittest import mock

from rlib.std import bisect as rbisect
from rlib.std import functools as rfunctools
from rlib.std import heapq as rheapq
from rlib.std import operator as roperator
from rlib.std import string as rstring
from support import seeded

# Modules of the library find one another by their own names.
with mock.patch.dict(sys.modules):
    from rlib.std import _dates

    sys.modules["_dates"] = _dates
    from rlib.std import _strptime

    sys.modules["_strptime"] = _strptime
    from rlib.std import time as rtime


class StdTest(unittest.TestCase):
    def test_names(self):
        pairs = [(bisect, rbisect), (functools, rfunctools), (heapq, rheapq), (operator, roperator), (string, rstring)]
        for theirs, ours in pairs + [(time, rtime)]:
            for name in ours.__all__:
                self.assertTrue(hasattr(theirs, name) and hasattr(ours, name), (theirs, name))

    def test_heapq(self):
        rng = seeded("heapq")
        for _ in range(300):
            xs = [(rng.randrange(9), i) for i in range(rng.randrange(40))]
            a, b = xs[:], xs[:]
            for step in range(30):
                action = rng.choice("push pop heapify pushpop replace".split())
                item = (rng.randrange(9), step)
                for module, heap in ((heapq, a), (rheapq, b)):
                    if action == "push":
                        module.heappush(heap, item)
                    elif action == "heapify":
                        module.heapify(heap)
                    elif action == "pushpop":
                        heap.append(module.heappushpop(heap, item))
                    elif heap and action == "pop":
                        heap.insert(0, module.heappop(heap))
                    elif heap:
                        heap.append(module.heapreplace(heap, item))
                self.assertEqual(a, b)
            for n in (-1, 0, 1, 3, 50):
                for key in (None, lambda x: -x[0]):
                    self.assertEqual(heapq.nlargest(n, xs, key), rheapq.nlargest(n, xs, key))
                    self.assertEqual(heapq.nsmallest(n, xs, key), rheapq.nsmallest(n, xs, key))

    def test_bisect(self):
        rng = seeded("bisect")
        for _ in range(2000):
            xs = sorted(rng.randrange(10) for _ in range(rng.randrange(12)))
            x, lo, hi = rng.randrange(-1, 11), rng.randrange(len(xs) + 1), rng.choice((None, -1, len(xs)))
            for name in ("bisect", "bisect_left", "bisect_right"):
                for key in (None, lambda x: x // 2):
                    args = (xs, x, lo, hi)
                    self.assertEqual(getattr(bisect, name)(*args, key=key), getattr(rbisect, name)(*args, key=key))
            for name in ("insort", "insort_left", "insort_right"):
                a, b = xs[:], xs[:]
                getattr(bisect, name)(a, x)
                getattr(rbisect, name)(b, x)
                self.assertEqual(a, b)

    def test_string(self):
        for name in rstring.__all__:
            if name not in ("Template", "capwords"):
                self.assertEqual(getattr(string, name), getattr(rstring, name))

    def test_lru_cache(self):
        rng = seeded("lru")
        for size in (0, 1, 2, 5, None):
            calls = [], []
            functions = [
                module.lru_cache(maxsize=size)(lambda n, list=list: list.append(n) or n * n)
                for module, list in zip((functools, rfunctools), calls)
            ]
            for _ in range(1000):
                n = rng.randrange(8)
                self.assertEqual(functions[0](n), functions[1](n))
            self.assertEqual(*calls)


if __name__ == "__main__":
    unittest.main()
