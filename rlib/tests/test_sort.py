import operator
import unittest

from rlib import lowlevel as ll, sort
from containers import items_of, new_list
from support import outcome, seeded


class Counted:
    """Records its comparisons; raises at the last of a number of them."""

    log = []
    most = 1 << 60

    def __init__(self, key, place):
        self.key = key
        self.place = place

    def __lt__(self, other):
        Counted.log.append((self.place, other.place))
        if len(Counted.log) >= Counted.most:
            raise ZeroDivisionError("enough")
        return self.key < other.key


def recorded(f, *args):
    Counted.log = []
    result = outcome(f, *args)
    return result, Counted.log


def identity(x):
    return x


class SortTest(unittest.TestCase):
    def kinds(self, rng, n):
        """Keys in many shapes: random, with repeats, runs up and down, nearly sorted."""
        yield [rng.random() for _ in range(n)]
        yield [rng.randrange(1 + n // 8) for _ in range(n)]
        yield [rng.randrange(2) for _ in range(n)]
        yield list(range(n))
        yield list(range(n, 0, -1))
        yield [i // 3 for i in range(n)]
        yield [-i // 3 for i in range(n)]
        runs = []
        while len(runs) < n:
            length = rng.randrange(1, 2 + n // 3)
            start = rng.randrange(n)
            step = rng.choice((1, 1, -1, 2))
            runs += [start + i * step for i in range(length)]
        yield runs[:n]
        nearly = list(range(n))
        for _ in range(1 + n // 50):
            i, j = rng.randrange(n or 1), rng.randrange(n or 1)
            if n:
                nearly[i], nearly[j] = nearly[j], nearly[i]
        yield nearly
        yield list(range(n // 2)) + list(range(n - n // 2))
        yield list(range(n // 2, n)) + list(range(n // 2))
        yield [i % 10 for i in range(n)]

    def test_same_comparisons(self):
        rng = seeded("sort")
        for n in list(range(12)) + [31, 32, 33, 63, 64, 65, 66, 100, 127, 128, 200, 500, 1000, 3000]:
            for keys in self.kinds(rng, n):
                for reverse in (False, True):
                    self.both_sort(keys, reverse)

    def both_sort(self, keys, reverse):
        xs = [Counted(key, i) for i, key in enumerate(keys)]
        ys = list(xs)
        zs = [-i for i in range(len(xs))]
        l, m = new_list(xs, ll.ObjectArray), new_list(zs, ll.IntArray)
        theirs = recorded(lambda: xs.sort(reverse=reverse))
        self.assertEqual(theirs, recorded(sort.ll_list_sort, l, operator.lt, reverse))
        self.assertEqual([x.place for x in xs], [x.place for x in items_of(l)])
        key = lambda i: ys[-i]
        theirs = recorded(lambda: zs.sort(key=key, reverse=reverse))
        self.assertEqual(theirs, recorded(sort.ll_list_sort_by, m, key, ll.ObjectArray(), operator.lt, reverse))
        self.assertEqual(zs, items_of(m))

    def test_exceptions(self):
        """However far the sort came, the list is as CPython's."""
        rng = seeded("raise")
        try:
            for n in (5, 40, 100, 300, 700):
                for keys in self.kinds(rng, n):
                    for reverse in (False, True):
                        Counted.most = rng.randrange(1, 1 + int(n * n.bit_length()))
                        self.both_sort(keys, reverse)
        finally:
            Counted.most = 1 << 60

    def test_senseless_order(self):
        """An order that contradicts itself still gives a permutation, CPython's."""
        rng = seeded("senseless")
        for n in (10, 100, 1000, 2000):
            for share in (0.1, 0.5, 0.9):
                answers = [rng.random() < share for _ in range(n * 30)]

                class Odd:
                    def __lt__(self, other):
                        return next(stream)

                xs = [Odd() for _ in range(n)]
                l = new_list(xs, ll.ObjectArray)
                stream = iter(answers)
                xs.sort()
                stream = iter(answers)
                sort.ll_list_sort(l, operator.lt, False)
                self.assertEqual(list(map(id, xs)), list(map(id, items_of(l))))

    def test_machine_values(self):
        rng = seeded("machine")
        for n in (0, 1, 2, 50, 500, 3000):
            xs = [rng.getrandbits(64) - (1 << 63) for _ in range(n)]
            l = new_list(xs, ll.IntArray)
            sort.ll_list_sort(l, operator.lt, False)
            self.assertEqual(items_of(l), sorted(xs))
            xs = [rng.choice((0.0, -0.0, 1.5, float("inf"), -2.0)) for _ in range(n)]
            l = new_list(xs, ll.FloatArray)
            sort.ll_list_sort(l, operator.lt, True)
            self.assertEqual(list(map(str, items_of(l))), list(map(str, sorted(xs, reverse=True))))

    def test_modified(self):
        def grow(xs):
            xs.append(1)

        def clear(xs):
            xs.clear()

        for change in (grow, clear):
            for n in (1, 2, 100):
                xs = list(range(n))
                l = new_list(xs)

                def ll_key(x):
                    if change is grow:
                        new = new_list([1])
                        l.items, l.length = new.items, 1
                    return -x

                def key(x):
                    change(xs)
                    return -x

                theirs = outcome(lambda: xs.sort(key=key))
                self.assertEqual(theirs, outcome(sort.ll_list_sort_by, l, ll_key, ll.IntArray(), operator.lt, False))
                self.assertEqual(xs, items_of(l))
        l = new_list([3, 4])
        self.assertRaises(ZeroDivisionError, sort.ll_list_sort_by, l, lambda x: 1 // 0, ll.IntArray(), operator.lt, True)
        self.assertEqual(items_of(l), [3, 4])


if __name__ == "__main__":
    unittest.main()
