from collections import ChainMap
base = {"a": 1, "b": 2}
c = ChainMap({"a": 10}, base)
print(c["a"], c["b"], len(c), list(c), c)
c["q"] = 5
print(c, base, sorted(c.items()), c.get("zz", 0), "q" in c)
n = c.new_child({"b": 3})
print(n["b"], n.parents, n)
try:
    c["zz"]
except KeyError as e:
    print(repr(e))
try:
    del c["b"]
except KeyError as e:
    print(repr(e))
