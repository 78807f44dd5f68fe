d = {"a": 1, "b": 2}
d["c"] = 3
print(d, len(d), d["a"], "a" in d, "z" in d, d.get("a"), d.get("z"), d.get("z", 0))
print(list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop("b"), d.pop("zz", None), d.pop("zz", -1), d)
print(d.setdefault("x", 9), d.setdefault("a", 100), d)
d.update({"a": 5, "q": 6})
d.update([("r", 7)])
d.update(s=8, t=9)
print(d)
print(d.popitem(), d)
del d["a"]
print(d)
e = d.copy()
d.clear()
print(d, e, bool(d), not e)
print(dict(), dict(a=1), dict([("k", 2)]), dict({"m": 3}), dict({"m": 3}, n=4), dict(zip("ab", [1, 2])))
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0))
print({1: 2} | {3: 4}, {1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} != {1: 3}, {1: 1} == {1: 1.0})
for k in range(4):
    try:
        if k == 0:
            e["missing"]
        elif k == 1:
            e.pop("missing")
        elif k == 2:
            del e["missing"]
        else:
            d.popitem()
    except KeyError as error:
        print(type(error).__name__, error)
