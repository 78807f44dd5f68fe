"""The containers of rlib/std/collections, with CPython's own as the judge."""

import collections
import unittest

from rlib.std import collections as rcollections
from support import seeded


def outcome(f, *args, **kwargs):
    """What it gives, as text, or what it raises."""
    try:
        return repr(f(*args, **kwargs))
    except Exception as e:
        return type(e), str(e)


class StdCollectionsTest(unittest.TestCase):
    def test_deque(self):
        rng = seeded("deque")
        calls = {
            "append": 1, "appendleft": 1, "pop": 0, "popleft": 0, "extend": [1, 2, 3], "extendleft": [1, 2],
            "rotate": 1, "reverse": 0, "count": 1, "index": 1, "insert": 2, "remove": 1, "clear": 0,
            "__getitem__": 1, "__delitem__": 1, "__contains__": 1, "__setitem__": 2, "__imul__": 1,
        }
        for _ in range(400):
            most = rng.choice([None, None, 0, 1, 5, 30])
            items = [rng.randrange(9) for _ in range(rng.randrange(12))]
            theirs, ours = collections.deque(items, most), rcollections.deque(items, most)
            for _ in range(120):
                name = rng.choice(list(calls))
                if name in ("clear", "__imul__") and rng.random() < 0.8:
                    continue
                takes = calls[name]
                args = [takes] if isinstance(takes, list) else [rng.randrange(-3, 9) for _ in range(takes)]
                self.assertEqual(outcome(getattr(theirs, name), *args), outcome(getattr(ours, name), *args), name)
                self.assertEqual((repr(theirs), len(theirs), bool(theirs)), (repr(ours), len(ours), bool(ours)))
            self.assertEqual(list(reversed(theirs)), list(reversed(ours)))
            self.assertEqual(repr(theirs + theirs), repr(ours + ours))

    def test_deque_changes_in_a_loop(self):
        for module in (collections, rcollections):
            for change in ("append", "appendleft", "remove"):
                d = module.deque([1, 2, 3])
                with self.assertRaisesRegex(RuntimeError, "deque mutated during iteration"):
                    for x in d:
                        getattr(d, change)(x)

    def test_counter(self):
        rng = seeded("counter")
        for _ in range(400):
            a, b = [{k: rng.randrange(-2, 5) for k in rng.sample("abcdef", rng.randrange(6))} for _ in range(2)]
            theirs, ours = collections.Counter(a), rcollections.Counter(a)
            others, other = collections.Counter(b), rcollections.Counter(b)
            for op in "__add__ __sub__ __or__ __and__ __eq__ __le__ __lt__ __ge__ __gt__".split():
                self.assertEqual(outcome(getattr(theirs, op), others), outcome(getattr(ours, op), other), op)
            for op in ("__pos__", "__neg__", "total", "most_common"):
                self.assertEqual(outcome(getattr(theirs, op)), outcome(getattr(ours, op)))
            for op in ("update", "subtract", "__iadd__", "__isub__", "__ior__", "__iand__"):
                self.assertEqual(outcome(getattr(theirs, op), others), outcome(getattr(ours, op), other))
                self.assertEqual(list(theirs.items()), list(ours.items()), op)
            for n in (None, -1, 0, 1, 2, 9):
                self.assertEqual(theirs.most_common(n), ours.most_common(n))
            self.assertEqual(list(theirs.elements()), list(ours.elements()))
            theirs.subtract("abc", a=2), ours.subtract("abc", a=2)
            self.assertEqual((repr(theirs), theirs["zz"]), (repr(ours), ours["zz"]))

    def test_ordered_dict(self):
        rng = seeded("ordered")
        theirs, ours = collections.OrderedDict(), rcollections.OrderedDict()
        for i in range(2000):
            key = rng.randrange(20)
            for d in (theirs, ours):
                d[key] = i
            key, last = rng.randrange(20), rng.random() < 0.5
            self.assertEqual(outcome(theirs.move_to_end, key, last), outcome(ours.move_to_end, key, last))
            if rng.random() < 0.4:
                self.assertEqual(outcome(theirs.popitem, last), outcome(ours.popitem, last))
            self.assertEqual(repr(theirs), repr(ours))
            self.assertEqual(list(reversed(theirs)), list(reversed(ours)))

    def test_chain_map(self):
        rng = seeded("chain")
        for _ in range(300):
            maps = [{k: rng.randrange(9) for k in rng.sample("abcdef", rng.randrange(6))} for _ in range(3)]
            theirs = collections.ChainMap(*[m.copy() for m in maps])
            ours = rcollections.ChainMap(*[m.copy() for m in maps])
            for _ in range(20):
                key = rng.choice("abcdefg")
                for name, *args in [("pop", key), ("get", key, 7), ("setdefault", key, 8), ("__getitem__", key),
                                    ("__delitem__", key), ("popitem",), ("__len__",), ("new_child", {"x": 1})]:
                    if rng.random() < 0.4:
                        self.assertEqual(outcome(getattr(theirs, name), *args), outcome(getattr(ours, name), *args))
                self.assertEqual((repr(theirs), list(theirs.items())), (repr(ours), list(ours.items())))
                self.assertEqual(repr(theirs.parents), repr(ours.parents))

    def test_defaultdict(self):
        for module in (collections, rcollections):
            d = module.defaultdict(list, {"a": [1]})
            d["a"].append(2), d["b"].append(3)
            self.assertEqual(repr(d), "defaultdict(<class 'list'>, {'a': [1, 2], 'b': [3]})")
            self.assertEqual(repr(d | {"c": []}), "defaultdict(<class 'list'>, {'a': [1, 2], 'b': [3], 'c': []})")
            self.assertEqual(repr(d.copy()), repr(d))
            self.assertEqual(outcome(module.defaultdict(None).__getitem__, 3), (KeyError, "3"))
            self.assertEqual(outcome(module.defaultdict, 3), (TypeError, "first argument must be callable or None"))
