import json
from collections import Counter, OrderedDict, defaultdict


class Tally(Counter):
    def best(self):
        return self.most_common(1)[0]


c = Counter("hello")
d = defaultdict(list, {"a": [1]})
o = OrderedDict(x=1, y=2)
print(isinstance(c, dict), isinstance(d, dict), isinstance(o, dict), isinstance({}, Counter), issubclass(Counter, dict))
print(json.dumps(c), json.dumps(d), json.dumps(o))
print({**c, "z": 9}, dict(d), list(o.items()), sorted(c.keys() & {"h", "l"}), sorted(c.values()))
print(c.get("zz"), c.pop("h"), c.setdefault("q", 5), "q" in c, len(c), c.popitem())
print(d | {"b": [2]}, o | {"z": 3}, c | Counter("hh"))
t = Tally("banana")
t.update("nn")
print(t, t.best(), t["zz"], "zz" in t, t == Counter("banananna"))
for k in list(d):
    d[k + "!"].append(2)
try:
    for k in d:
        d[k + "?"]
except RuntimeError as e:
    print(e)
try:
    o["none"]
except KeyError as e:
    print(repr(e))
print(sorted(d.items()), d == {"a": [1], "a!": [2], "a?": []}, bool(defaultdict(int)), d.default_factory is list)


def total(counts: dict) -> int:
    return sum(counts.values())


print(total(c), total({"a": 1}), max(t, key=t.get), {k: v for k, v in t.items() if v > 1})
