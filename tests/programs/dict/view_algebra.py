# Views of keys and items compare with sets, and take any iterable in their operators.
d = {"a": 1, "b": 2}
e = {"b": 2, "a": 1}
print(d.keys() == {"a", "b"}, d.keys() == e.keys(), d.items() == {("a", 1), ("b", 2)}, d.keys() != {"a"})
print({"a", "b"} == d.keys(), d.keys() <= {"a", "b", "c"}, d.keys() >= {"a"}, d.keys() < {"a", "b"}, d.keys() > set())
print(sorted(d.keys() & {"a"}), sorted(d.keys() | ["z"]), sorted(d.keys() - ["a"]), sorted(d.keys() ^ {"a", "q"}))
print(sorted(d.items() & e.items()), d.keys().isdisjoint(["x"]), d.items().isdisjoint(e.items()))
print(d.keys() == frozenset(["a", "b"]), 1, d.keys() == ["a", "b"], d.keys() == d)
print(sorted(["a", "q"] & d.keys()), sorted({"a"} | d.keys()), sorted({"a"} - d.keys()))
s = {"a"}
s |= d.keys()
print(sorted(s))
s = {"a", "z"}
t = s
s |= d.keys()
print(sorted(s), sorted(t), s is t)
s = {"a", "z"}
t = s
s -= d.keys()
print(sorted(s), sorted(t), s is t)
f = frozenset(["a", "q"])
print(type(f | d.keys()), type(f & d.keys()), type(d.keys() - f), sorted(f ^ d.keys()))
print(sorted(x for x in "abz" if x in d.keys() & set("a")))
print(sorted(d.keys() & (c for c in "abc")), sorted(d.keys() | range(0)))
print(d.items() & {("a", 1)}, d.items() - [("a", 1)], sorted(d.items() | [("c", 3)]))
def same(x, y):
    return x.keys() == y.keys() and x.items() == y.items()
print(same(d, {"b": 2, "a": 1}), same(d, {"b": 2}))
def common(a, b):
    return sorted(a.keys() & b.keys())
print(common({1: 2}, {1: 3, 2: 4}), common({"x": 1}, {}))
