import operator
import unittest

from rlib import dict as rdict, lowlevel as ll, set as rset, set_algebra as algebra
from containers import hash_key, items_of, keys_of, new_dict, new_list, new_set
from support import high, outcome, seeded


def same(a, b):
    return a is b or a == b


def add_all(s, values):
    for x in values:
        rset.ll_set_add(s, x, hash_key(x), same)
    return s


def pools():
    """Kinds of keys, by a function of a random generator."""
    yield "small", lambda r: r.randrange(-20, 60)
    yield "middle", lambda r: r.randrange(-3000, 3000)
    yield "large", lambda r: r.choice((1, -1)) * r.getrandbits(r.randrange(1, 63))
    yield "steps", lambda r: r.randrange(200) << r.choice((0, 3, 10, 30))
    yield "floats", lambda r: r.choice((float(r.randrange(50)), r.randrange(80) / 8, r.random(), r.randrange(50)))
    yield "tuples", lambda r: (r.randrange(12), r.choice((r.randrange(9), r.randrange(9) / 2, True)))
    yield "few", lambda r: r.randrange(5)


class Traced:
    log = []

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        Traced.log.append((self.n, other.n))
        return self.n == other.n


class SetTest(unittest.TestCase):
    def test_random_sequences(self):
        for name, pool in pools():
            rng = seeded("set" + name)
            for _ in range(60):
                self.sequence(rng, pool, rng.choice((10, 40, 200)))

    def sequence(self, rng, pool, size):
        theirs = [set() for _ in range(3)]
        ours = [new_set() for _ in range(3)]
        for _ in range(40):
            i, j, k = (rng.randrange(3) for _ in range(3))
            a, b, s, t = theirs[i], theirs[j], ours[i], ours[j]
            values = [pool(rng) for _ in range(rng.randrange(size))]
            low = new_list(values, ll.ObjectArray)
            which = rng.randrange(20)
            if which == 0:
                a.update(values), algebra.ll_set_update_list(s, low, hash_key, same)
            elif which == 1:
                a.update(b), algebra.ll_set_update(s, t, same)
            elif which == 2:
                a.difference_update(b), algebra.ll_set_difference_update(s, t, same)
            elif which == 3:
                a.difference_update(values), algebra.ll_set_difference_update_list(s, low, hash_key, same)
            elif which == 4:
                a.intersection_update(b), algebra.ll_set_become(s, algebra.ll_set_intersection(s, t, same))
            elif which == 5:
                a.symmetric_difference_update(b), algebra.ll_set_symmetric_difference_update(s, t, same)
            elif which == 6:
                theirs[k], ours[k] = a | b, algebra.ll_set_union(s, t, same)
            elif which == 7:
                theirs[k], ours[k] = a & b, algebra.ll_set_intersection(s, t, same)
            elif which == 8:
                theirs[k], ours[k] = a - b, algebra.ll_set_difference(s, t, same)
            elif which == 9:
                theirs[k], ours[k] = a ^ b, algebra.ll_set_symmetric_difference(s, t, same)
            elif which == 10:
                theirs[k], ours[k] = a.copy(), algebra.ll_set_copy(s)
            elif which == 11:
                theirs[k], ours[k] = a.intersection(values), algebra.ll_set_intersection_list(s, low, hash_key, same)
            elif which == 12:
                for _ in range(rng.randrange(4)):
                    self.assertEqual(outcome(a.pop), outcome(rset.ll_set_pop, s))
            elif which == 13 and rng.random() < 0.3:
                a.clear(), rset.ll_set_clear(s)
            elif which == 14:
                d = new_dict()
                for x in values:
                    rdict.ll_dict_setitem(d, x, hash_key(x), None, rdict.ll_dict_lookup, same)
                a.update(dict.fromkeys(values)), algebra.ll_set_update_dict(s, d, same)
            elif which < 17:
                for x in values:
                    self.assertEqual(x in a, rset.ll_set_contains(s, x, hash_key(x), same))
                    if rng.random() < 0.5:
                        a.add(x), rset.ll_set_add(s, x, hash_key(x), same)
                    else:
                        self.assertEqual(x in a, rset.ll_set_discard(s, x, hash_key(x), same))
                        a.discard(x)
            else:
                self.questions(a, b, s, t, values, low)
            for a, s in zip(theirs, ours):
                self.assertEqual(list(map(repr, a)), list(map(repr, keys_of(s))))

    def questions(self, a, b, s, t, values, low):
        self.assertEqual(a <= b, algebra.ll_set_le(s, t, same))
        self.assertEqual(a < b, algebra.ll_set_lt(s, t, same))
        self.assertEqual(a == b, algebra.ll_set_eq(s, t, same))
        self.assertEqual(a.isdisjoint(b), algebra.ll_set_isdisjoint(s, t, same))
        self.assertEqual(a.isdisjoint(values), algebra.ll_set_isdisjoint_list(s, low, hash_key, same))
        self.assertEqual(a.issuperset(values), algebra.ll_set_issuperset_list(s, low, hash_key, same))
        self.assertTrue(algebra.ll_set_le(algebra.ll_set_intersection(s, t, same), s, same))
        ours = rset.ll_hash_frozenset(algebra.ll_set_copy(s))
        self.assertEqual(hash(frozenset(a)), ours)
        l = new_list([], ll.ObjectArray)
        rset.ll_set_keys(s, l)
        self.assertEqual(list(a), items_of(l))
        text = rset.ll_set_repr(s, lambda x: ll.literal(repr(x)), False)
        self.assertEqual(repr(a), high(text))
        text = rset.ll_frozenset_repr(algebra.ll_set_copy(s), lambda x: ll.literal(repr(x)), True)
        self.assertEqual(repr(frozenset(a)), high(text) if a else "frozenset()")

    def test_display(self):
        rng = seeded("display")
        for n in list(range(1, 14)) * 20:
            values = [rng.randrange(100) for _ in range(n)]
            text = "{%s}" % ", ".join(map(str, values))
            s = add_all(new_set(), values)
            display = algebra.ll_set_display(s) if n >= 3 else s
            self.assertEqual(list(eval(text)), keys_of(display))
            self.assertEqual(eval("[x for x in %s]" % text), keys_of(algebra.ll_set_constant(s)))
            self.assertEqual(list({*values}), keys_of(s))

    def test_large(self):
        rng = seeded("large")
        for n in (60000, 130000):
            values = [rng.randrange(1 << 40) for _ in range(n)]
            self.assertEqual(list(set(values)), keys_of(add_all(new_set(ll.IntArray), values)))

    def test_comparisons(self):
        """eq is asked what CPython asks, in its order."""
        rng = seeded("eq")
        for _ in range(300):
            pool = [Traced(rng.randrange(12)) for _ in range(12)]
            groups = [[rng.choice(pool) for _ in range(rng.randrange(9))] for _ in range(2)]
            Traced.log = []
            a, b = map(set, groups)
            results = [a | b, a & b, a - b, a ^ b]
            theirs = Traced.log
            Traced.log = []
            s, t = (add_all(new_set(), group) for group in groups)
            names = (algebra.ll_set_union, algebra.ll_set_intersection, algebra.ll_set_difference, algebra.ll_set_symmetric_difference)
            ours = [f(s, t, same) for f in names]
            self.assertEqual(theirs, Traced.log)
            for x, y in zip(results, ours):
                self.assertEqual(list(map(id, x)), list(map(id, keys_of(y))))

    def test_iteration(self):
        s = add_all(new_set(), [3, 9, 4])
        i, seen = 0, []
        while True:
            i = rset.ll_set_next(s, i, 3)
            if i < 0:
                break
            seen.append(s.keys[i])
            i += 1
        self.assertEqual(seen, list({3, 9, 4}))
        self.assertRaisesRegex(RuntimeError, "^Set changed size during iteration$", rset.ll_set_next, s, 0, 2)
        with self.assertRaisesRegex(RuntimeError, "^Set changed size during iteration$"):
            for x in (xs := {1, 2}):
                xs.add(x + 5)
        self.assertEqual(outcome(set().pop), outcome(rset.ll_set_pop, new_set()))

    def test_eq_that_changes_the_set(self):
        s = new_set()
        add_all(s, [Traced(3 * i) for i in range(3)])
        calls = []

        def eq(a, b):
            calls.append(a)
            if len(calls) == 2:
                rset.ll_set_clear(s)
                add_all(s, [Traced(6)])
            return a.n == b.n

        self.assertTrue(rset.ll_set_contains(s, Traced(6), 0, eq))

    def test_eq_that_changes_the_set_while_adding(self):
        for hit in (False, True):
            s = add_all(new_set(), [Traced(3 * i) for i in range(3)])
            calls = []

            def eq(a, b):
                calls.append(a)
                if len(calls) == 2:
                    add_all(s, range(20, 60))
                    rset.ll_set_discard(s, Traced(0), 0, same)
                    return hit
                return isinstance(a, Traced) and a.n == b.n

            rset.ll_set_add(s, Traced(9), 0, eq)
            self.assertEqual(sorted(x.n for x in keys_of(s) if isinstance(x, Traced)), [3, 6, 9])

    def test_least_hash(self):
        """The hash that stands for 0 in the table."""
        least = -1 << 63
        s = new_set()
        for h, key in ((0, "zero"), (least, "least"), (least + 1, "next")):
            rset.ll_set_add(s, key, h, same)
        for _ in range(3):
            rset.ll_set_add(s, "again%d" % _, 8, same)
        for h, key in ((0, "zero"), (least, "least"), (least + 1, "next"), (8, "again2")):
            self.assertTrue(rset.ll_set_contains(s, key, h, same))
        self.assertFalse(rset.ll_set_contains(s, "other", 0, same))


if __name__ == "__main__":
    unittest.main()
