import operator
import unittest

from rlib import list as rlist, lowlevel as ll, slice as rslice
from containers import items_of, new_list
from support import LEAST, MOST, high, outcome, seeded

BOUNDS = [None, LEAST, LEAST + 1, -9, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 8, MOST - 1, MOST]
STEPS = [None, LEAST, -7, -3, -2, -1, 1, 2, 3, 7, MOST]


class Same:
    """Equal to its like; the comparisons are recorded."""

    calls = []

    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        Same.calls.append((self, other))
        return self.n == other.n

    def __lt__(self, other):
        Same.calls.append((self, other))
        return self.n < other.n

    __hash__ = None


def recorded(f, *args):
    Same.calls = []
    return outcome(f, *args), [(id(a), id(b)) for a, b in Same.calls]


def identical_or_equal(a, b):
    return a is b or a == b


def method(name):
    return lambda xs, *args: getattr(xs, name)(*args)


def bounds(s):
    """A slice as the helpers take it."""
    step = 1 if s.step is None else s.step
    return s.start or 0, s.stop or 0, step, s.start is not None, s.stop is not None


def span(s):
    return 0 if s.start is None else s.start, MOST if s.stop is None else s.stop


class ListTest(unittest.TestCase):
    def change(self, theirs, ours, values, *args):
        """Both change equal lists equally, and give the same."""
        xs = list(values)
        l = new_list(values)
        low = [new_list(a) if isinstance(a, list) else a for a in args]
        self.assertEqual(outcome(theirs, xs, *args), outcome(ours, l, *low), (values, args))
        self.assertEqual(items_of(l), xs, (values, args))

    def lists(self):
        return [list(range(10, 10 + n)) for n in (0, 1, 2, 3, 4, 5, 9)]

    def test_items(self):
        for xs in self.lists():
            for i in BOUNDS[1:]:
                self.change(operator.getitem, rlist.ll_list_getitem, xs, i)
                self.change(lambda xs, i: tuple(xs)[i], rlist.ll_tuple_getitem, xs, i)
                self.change(operator.delitem, rlist.ll_list_delitem, xs, i)
                self.change(operator.setitem, rlist.ll_list_setitem, xs, i, 5)
                self.change(method("pop"), rlist.ll_list_pop_at, xs, i)
                self.change(method("insert"), rlist.ll_list_insert, xs, i, 5)
            self.change(method("pop"), rlist.ll_list_pop, xs)
            self.change(method("clear"), rlist.ll_list_clear, xs)
            self.change(method("reverse"), rlist.ll_list_reverse, xs)
            self.change(method("append"), rlist.ll_list_append, xs, 7)

    def test_slice(self):
        for n in (0, 1, 2, 5, 9, 1000):
            for start in BOUNDS:
                for stop in BOUNDS:
                    for step in STEPS:
                        s = slice(start, stop, step)
                        r = range(*s.indices(n))
                        first, count = rslice.ll_slice(n, *bounds(s))
                        self.assertEqual(count, len(r), (n, s))
                        if count:
                            self.assertEqual(first, r.start)
                    r = range(*slice(start, stop).indices(n))
                    self.assertEqual(rslice.ll_span(n, *span(slice(start, stop))), (r.start, len(r)))
        self.assertEqual(outcome(operator.getitem, [], slice(1, 2, 0)), outcome(rslice.ll_slice, 5, 1, 2, 0, True, True))

    def test_slices_of_lists(self):
        for xs in self.lists():
            for start in BOUNDS:
                for stop in BOUNDS:
                    s = slice(start, stop)
                    self.change(operator.delitem, lambda l, _: rlist.ll_list_delspan(l, *span(s)), xs, s)
                    self.change(operator.getitem, lambda l, _: items_of(rlist.ll_list_getspan(l, *span(s))), xs, s)
                    for new in ([], [1], [1, 2, 3, 4]):
                        self.change(operator.setitem, lambda l, _, new: rlist.ll_list_setspan(l, *span(s), new), xs, s, new)
                    for step in STEPS:
                        s = slice(start, stop, step)
                        self.change(operator.getitem, lambda l, _: items_of(rlist.ll_list_getslice(l, *bounds(s))), xs, s)
                        self.change(operator.delitem, lambda l, _: rlist.ll_list_delslice(l, *bounds(s)), xs, s)
                        for new in ([], [1], [1, 2]):
                            self.change(operator.setitem, lambda l, _, new: rlist.ll_list_setslice(l, *bounds(s), new), xs, s, new)

    def test_slices_of_itself(self):
        def assign(s):
            xs = [1, 2, 3, 4]
            xs[s] = xs
            return xs

        def ll_assign(s):
            l = new_list([1, 2, 3, 4])
            rlist.ll_list_setslice(l, *bounds(s), l)
            return items_of(l)

        for s in (slice(1, 3), slice(None), slice(None, None, -1), slice(4, 4), slice(None, None, 2)):
            self.assertEqual(outcome(assign, s), outcome(ll_assign, s))

    def test_new(self):
        for xs in self.lists():
            self.assertEqual(items_of(rlist.ll_list_copy(new_list(xs))), xs)
            for ys in self.lists():
                self.assertEqual(items_of(rlist.ll_list_concat(new_list(xs), new_list(ys))), xs + ys)
                self.change(method("extend"), rlist.ll_list_extend, xs, ys)
            for n in (LEAST, -1, 0, 1, 2, 3, 7, 8, 9):
                self.assertEqual(items_of(rlist.ll_list_repeat(new_list(xs), n)), xs * n)
                self.change(operator.imul, lambda l, n: rlist.ll_list_repeat_inplace(l, n) or items_of(l), xs, n)
                if len(xs) == 1:
                    l = new_list([], ll.IntArray)
                    rlist.ll_list_fill(l, n, xs[0])
                    self.assertEqual(items_of(l), xs * n)
            l = new_list(xs)
            rlist.ll_list_extend(l, l)
            self.assertEqual(items_of(l), xs + xs)
        for f in (rlist.ll_list_repeat, rlist.ll_list_repeat_inplace):
            for n in (MOST, 1 << 31, 1 << 62):
                self.assertEqual(outcome(f, new_list([1, 2]), n), ("MemoryError", ""))
        l = new_list([], ll.IntArray)
        rlist.ll_list_fill_range(l, 5, -3, 4)
        self.assertEqual(items_of(l), [5, 2, -1, -4])

    def test_random_changes(self):
        rng = seeded("changes")
        for kind in (ll.IntArray, ll.ObjectArray):
            xs, l = [], new_list([], kind)
            value = rng.random if kind is ll.ObjectArray else (lambda: rng.randrange(1000))
            for _ in range(4000):
                x = value()
                i, j = rng.randrange(-60, 60), rng.randrange(-60, 60)
                which = rng.randrange(7)
                if which < 2:
                    xs.append(x), rlist.ll_list_append(l, x)
                elif which == 2:
                    xs.insert(i, x), rlist.ll_list_insert(l, i, x)
                elif which == 3 and xs:
                    self.assertEqual(xs.pop(), rlist.ll_list_pop(l))
                elif which == 4:
                    new = [value() for _ in range(rng.randrange(9))]
                    xs[i:j] = new
                    rlist.ll_list_setspan(l, i, j, new_list(new, kind))
                elif which == 5 and rng.random() < 0.3:
                    del xs[i:j]
                    rlist.ll_list_delspan(l, i, j)
                self.assertEqual(items_of(l), xs)

    def test_growth(self):
        l = new_list([], ll.IntArray)
        copied = 0
        for i in range(20000):
            before = l.items
            rlist.ll_list_append(l, i)
            copied += 0 if l.items is before else len(before)
        self.assertLess(copied, 60000)
        self.assertLess(len(l.items), 30010)

    def test_search(self):
        rng = seeded("search")
        for _ in range(300):
            xs = [Same(rng.randrange(4)) for _ in range(rng.randrange(6))]
            x = rng.choice(xs + [Same(1)])
            l = new_list(xs, ll.ObjectArray)
            eq = identical_or_equal
            self.assertEqual(recorded(operator.contains, xs, x), recorded(rlist.ll_list_contains, l, x, eq))
            self.assertEqual(recorded(operator.contains, tuple(xs), x), recorded(rlist.ll_list_contains, l, x, eq))
            self.assertEqual(recorded(xs.count, x), recorded(rlist.ll_list_count, l, x, eq))
            start, stop = rng.choice(BOUNDS[1:]), rng.choice(BOUNDS[1:])
            theirs, calls = recorded(xs.index, x, start, stop)
            found = theirs if isinstance(theirs, int) else -1
            self.assertEqual((found, calls), recorded(rlist.ll_list_find, l, x, start, stop, eq))
            theirs = recorded(tuple(xs).index, x, start, stop)
            self.assertEqual(theirs, recorded(rlist.ll_tuple_index, l, x, start, stop, eq))
            ours = recorded(rlist.ll_list_remove, l, x, eq)
            self.assertEqual(recorded(xs.remove, x), ours)
            self.assertEqual(list(map(id, items_of(l))), list(map(id, xs)))

    def test_search_that_changes_the_list(self):
        for change in (list.clear, lambda xs: xs.append(0), lambda xs: xs.extend(xs), lambda xs: xs.pop()):
            for name, ours in (("remove", rlist.ll_list_remove), ("count", rlist.ll_list_count)):
                for hit in (1, 2, 3, 9):
                    xs = [1, 2, 3]
                    l = new_list(xs)
                    answers = []

                    class Odd:
                        def __eq__(self, other):
                            if 0 < len(xs) < 30:
                                change(xs)
                            return other == hit

                    def eq(a, b):
                        if 0 < l.length < 30:
                            ys = items_of(l)
                            change(ys)
                            rlist.ll_list_setspan(l, 0, MOST, new_list(ys, ll.IntArray))
                        return a == hit

                    answers.append(outcome(getattr(xs, name), Odd()))
                    answers.append(outcome(ours, l, None, eq))
                    self.assertEqual(*answers)
                    self.assertEqual(items_of(l), xs)

    def test_compare(self):
        rng = seeded("compare")
        pool = [Same(i % 4) for i in range(8)]
        eq = identical_or_equal
        for _ in range(2000):
            xs = [rng.choice(pool) for _ in range(rng.randrange(4))]
            ys = [rng.choice(pool) for _ in range(rng.randrange(4))]
            a, b = new_list(xs, ll.ObjectArray), new_list(ys, ll.ObjectArray)
            self.assertEqual(recorded(operator.eq, xs, ys), recorded(rlist.ll_list_eq, a, b, eq))
            self.assertEqual(recorded(operator.lt, xs, ys), recorded(rlist.ll_list_lt, a, b, eq, operator.lt))
            xs, ys = [x.n for x in xs], [y.n for y in ys]
            for theirs, ours in (
                (operator.lt, rlist.ll_list_lt),
                (operator.gt, lambda a, b, eq, gt: rlist.ll_list_lt(b, a, eq, operator.lt)),
                (operator.le, rlist.ll_list_le),
            ):
                result = ours(new_list(xs), new_list(ys), operator.eq, theirs)
                self.assertEqual(theirs(xs, ys), result)

    def test_repr(self):
        def item(x):
            return rlist.ll_list_repr(x, item, True) if isinstance(x, ll.List) else ll.literal(repr(x))

        for xs in self.lists() + [["a\xe9", "\U0001f600" * 40, None], [[1], [[], [2.5]]]]:
            deep = lambda y: new_list(list(map(deep, y)), ll.ObjectArray) if isinstance(y, list) else y
            self.assertEqual(high(rlist.ll_list_repr(deep(xs), item, False)), repr(xs))
            self.assertEqual(high(rlist.ll_tuple_repr(deep(xs), item, True)), repr(tuple(xs)))
        ring = new_list([1, None, 2], ll.ObjectArray)
        ring.items[1] = ring
        self.assertEqual(high(rlist.ll_list_repr(ring, item, True)), "[1, [...], 2]")
        chain = new_list([0], ll.ObjectArray)
        for _ in range(40):
            chain = new_list([chain, chain], ll.ObjectArray) if _ % 10 == 0 else new_list([chain], ll.ObjectArray)
        text = high(rlist.ll_list_repr(chain, item, True))
        self.assertNotIn("...", text)

        def fails(x):
            raise ZeroDivisionError

        for _ in range(2):
            self.assertRaises(ZeroDivisionError, rlist.ll_list_repr, ring, fails, True)
        self.assertEqual(high(rlist.ll_list_repr(ring, item, True)), "[1, [...], 2]")


if __name__ == "__main__":
    unittest.main()
