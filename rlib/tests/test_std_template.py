"""string.Template of rlib/std, heapq.merge, with CPython's own as the judge."""

import heapq
import string
import unittest

from rlib.std import heapq as rheapq
from rlib.std import string as rstring
from support import seeded


def outcome(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e), str(e)


class TemplateTest(unittest.TestCase):
    def test_template(self):
        rng = seeded("template")
        for _ in range(3000):
            text = "".join(rng.choice(["$", "{", "}", "a", "b1", "_", "1", " ", "\n", "$a", "${b1}", "é"]) for _ in range(9))
            mapping = {"a": 1, "b1": "two", "_": 3.5}
            theirs, ours = string.Template(text), rstring.Template(text)
            for name in ("substitute", "safe_substitute"):
                for given in (mapping, {}, {"a": "$a"}):
                    self.assertEqual(outcome(getattr(theirs, name), given), outcome(getattr(ours, name), given), text)
                self.assertEqual(outcome(getattr(theirs, name), a=1), outcome(getattr(ours, name), a=1), text)
            self.assertEqual(theirs.is_valid(), ours.is_valid())
            if theirs.is_valid():
                self.assertEqual(theirs.get_identifiers(), ours.get_identifiers())

    def test_merge(self):
        rng = seeded("merge")
        for _ in range(500):
            reverse = rng.random() < 0.5
            for key in (None, lambda x: x // 3):
                lists = [[rng.randrange(20) for _ in range(rng.randrange(6))] for _ in range(rng.randrange(5))]
                lists = [sorted(xs, key=key, reverse=reverse) for xs in lists]
                theirs = list(heapq.merge(*lists, key=key, reverse=reverse))
                self.assertEqual(theirs, list(rheapq.merge(*lists, key=key, reverse=reverse)))
