import itertools
import operator
import unittest

from rlib import dict as rdict, lowlevel as ll
from containers import hash_key, items_of, new_dict, new_list, pairs_of
from support import high, outcome, seeded
from test_set import Traced, pools, same

LOOKUPS = (rdict.ll_dict_lookup, rdict.ll_dict_lookup_plain)


def put(d, key, value, lookup=rdict.ll_dict_lookup):
    rdict.ll_dict_setitem(d, key, hash_key(key), value, lookup, same)


def filled(pairs):
    d = new_dict()
    for key, value in pairs:
        put(d, key, value)
    return d


def walk(d, change=lambda x: None):
    """Iterates as compiled code does."""
    used = left = d.used
    e, seen = 0, []
    while True:
        e = rdict.ll_dict_next(d, e, used, left)
        if e < 0:
            return seen
        seen.append(d.keys[e])
        e += 1
        left -= 1
        change(seen[-1])


class DictTest(unittest.TestCase):
    def test_random_sequences(self):
        for name, pool in pools():
            for lookup in LOOKUPS:
                rng = seeded("dict" + name)
                for _ in range(12):
                    self.sequence(rng, pool, lookup)

    def sequence(self, rng, pool, lookup):
        theirs = [{}, {}]
        ours = [new_dict(), new_dict()]
        growing = rng.random() < 0.5
        for _ in range(150):
            i = rng.randrange(2)
            a, d = theirs[i], ours[i]
            key = pool(rng)
            h = hash_key(key)
            e = lookup(d, key, h, same)
            self.assertEqual(key in a, e >= 0)
            which = rng.randrange(12)
            if which < 5 or growing and which < 7:
                for k in range(rng.randrange(12)):
                    key = pool(rng)
                    a[key] = k
                    put(d, key, k, lookup)
            elif which < 7:
                if e >= 0:
                    self.assertEqual(a.pop(key), d.values[e])
                    rdict.ll_dict_delete(d, e)
            elif which == 7:
                for _ in range(rng.randrange(4)):
                    last = rdict.ll_dict_last(d)
                    self.assertEqual(not a, last < 0)
                    if a:
                        self.assertEqual(a.popitem(), (d.keys[last], d.values[last]))
                        rdict.ll_dict_delete(d, last)
            elif which == 8:
                theirs[1 - i], ours[1 - i] = a.copy(), rdict.ll_dict_copy(d)
            elif which == 9:
                a.update(theirs[1 - i])
                rdict.ll_dict_update(d, ours[1 - i], lookup, same)
            elif which == 10 and rng.random() < 0.2:
                a.clear()
                rdict.ll_dict_clear(d)
            elif which == 11 and e >= 0:
                a[d.keys[e]] = a.pop(key)
                rdict.ll_dict_move_to_end(d, e)
            eq = rdict.ll_dict_eq(ours[0], ours[1], lookup, same, operator.eq)
            self.assertEqual(theirs[0] == theirs[1], eq)
            self.check(a, d)

    def check(self, a, d):
        self.assertEqual(list(map(repr, a.items())), list(map(repr, pairs_of(d))))
        self.assertEqual(list(a), walk(d))
        e, seen = d.fill - 1, []
        while (e := rdict.ll_dict_previous(d, e, d.used)) >= 0:
            seen.append(d.keys[e])
            e -= 1
        self.assertEqual(list(reversed(a)), seen)
        for ours, theirs in ((rdict.ll_dict_keys, list(a)), (rdict.ll_dict_values, list(a.values()))):
            l = new_list([], ll.ObjectArray)
            ours(d, l)
            self.assertEqual(items_of(l), theirs)

    def test_machine_values(self):
        """Keys and values of other item classes; a dict that is shared while empty."""
        d = new_dict(ll.IntArray, ll.FloatArray)
        other = new_dict(ll.IntArray, ll.FloatArray)
        for i in range(2000):
            put(d, i * i - 50, i / 2, rdict.ll_dict_lookup_plain)
        self.assertEqual(pairs_of(d), [(i * i - 50, i / 2) for i in range(2000)])
        self.assertEqual(pairs_of(other), [])
        self.assertEqual(list(rdict.ll_no_indices()), [0])
        self.assertLess(len(d.indices), 8200)

    def test_queue(self):
        """Keys that come and go do not make a dict large."""
        for last in (False, True):
            d = new_dict()
            for i in range(3000):
                put(d, i, i)
                if i >= 5:
                    rdict.ll_dict_delete(d, rdict.ll_dict_last(d) if last else rdict.ll_dict_next(d, 0, 6, 6))
            self.assertEqual(len(pairs_of(d)), 5)
            self.assertLessEqual(len(d.indices), 32)

    def test_comparisons(self):
        """eq is asked what CPython asks, in its order."""
        rng = seeded("dict eq")
        for _ in range(300):
            pool = [Traced(rng.randrange(12)) for _ in range(12)]
            groups = [[rng.choice(pool) for _ in range(rng.randrange(5))] for _ in range(2)]
            Traced.log = []
            a, b = ({x: x.n for x in group} for group in groups)
            answer = a == b
            a.update(b)
            theirs = Traced.log
            Traced.log = []
            d, e = (filled((x, x.n) for x in group) for group in groups)
            self.assertEqual(answer, rdict.ll_dict_eq(d, e, rdict.ll_dict_lookup, same, operator.eq))
            rdict.ll_dict_update(d, e, rdict.ll_dict_lookup, same)
            self.assertEqual(theirs, Traced.log)
            self.assertEqual([id(x) for x in a], [id(x) for x, _ in pairs_of(d)])

    def test_eq_that_changes_the_dict(self):
        for change in (rdict.ll_dict_clear, lambda d: rdict.ll_dict_delete(d, 0), lambda d: [put(d, i, 0) for i in range(10, 50)]):
            for hit in (False, True):
                d = filled([(Traced(0), 1), (Traced(3), 2)])
                calls = []

                def eq(a, b):
                    calls.append(a)
                    if len(calls) == 1:
                        change(d)
                        put(d, Traced(6), 5)
                        return hit
                    return isinstance(a, Traced) and a.n == b.n

                e = rdict.ll_dict_lookup(d, Traced(6), 0, eq)
                self.assertEqual(d.values[e], 5)

    def test_iteration(self):
        changes = {
            "nothing": (lambda a, x: None, lambda d, x: None),
            "grow": (lambda a, x: a.update({x + 10: 0}), lambda d, x: put(d, x + 10, 0)),
            "shrink": (lambda a, x: a.pop(x), lambda d, x: rdict.ll_dict_delete(d, rdict.ll_dict_lookup(d, x, x, same))),
            "clear": (lambda a, x: a.clear(), lambda d, x: rdict.ll_dict_clear(d)),
            "set": (lambda a, x: a.update({x: 9}), lambda d, x: put(d, x, 9)),
        }

        def replace(a, x):
            del a[x]
            a[x + 100] = 0

        def ll_replace(d, x):
            changes["shrink"][1](d, x)
            put(d, x + 100, 0)

        changes["replace"] = replace, ll_replace
        for n in (1, 2, 3, 4, 5, 6):
            for name, (change, ll_change) in changes.items():

                def theirs():
                    a = dict.fromkeys(range(n))
                    seen = []
                    for x in a:
                        seen.append(x)
                        change(a, x)
                    return tuple(seen)

                def ours():
                    d = filled((i, None) for i in range(n))
                    return tuple(walk(d, lambda x: ll_change(d, x)))

                self.assertEqual(outcome(theirs), outcome(ours), (n, name))
        self.assertRaisesRegex(RuntimeError, "^dictionary changed size", rdict.ll_dict_previous, new_dict(), 0, 1)

    def test_update(self):
        d = filled([(1, 2)])
        rdict.ll_dict_update_keys(d, new_list([5, 1, 5, 7]), None, hash_key, rdict.ll_dict_lookup, same)
        self.assertEqual(pairs_of(d), [(1, None), (5, None), (7, None)])
        e = filled([(Traced(0), 2), (Traced(3), 3)])
        target = filled([(Traced(0), 0)])

        def eq(a, b):
            if e.used < 4:
                put(e, 10 + e.used, 1)
            return a is b

        self.assertEqual(outcome(rdict.ll_dict_update, target, e, rdict.ll_dict_lookup, eq), ("RuntimeError", "dict mutated during update"))

    def test_repr(self):
        def item(x):
            return rdict.ll_dict_repr(x, item, item, True) if isinstance(x, ll.Dict) else ll.literal(repr(x))

        for a in ({}, {1: 2}, {"\xe9": None, (1, 2): 2.5, 3: "x" * 500}):
            self.assertEqual(repr(a), high(rdict.ll_dict_repr(filled(a.items()), item, item, False)))
        d = filled([(0, 1), (1, 2), (2, 3)])
        rdict.ll_dict_delete(d, 0)
        d.values[1] = d
        self.assertEqual("{1: {...}, 2: 3}", high(rdict.ll_dict_repr(d, item, item, True)))


if __name__ == "__main__":
    unittest.main()
