class Registry(dict):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def __setitem__(self, key, value):
        if key in self:
            raise KeyError(f"{key} is there")
        super().__setitem__(key, value)

    def register(self, key):
        def wrap(f):
            self[key] = f
            return f
        return wrap


class Defaults(dict):
    def __missing__(self, key):
        value = len(key)
        self[key] = value
        return value


def total(d):
    n = 0
    for key in d:
        n += d[key]
    return n


r = Registry("ops")
r["a"] = 1
r["b"] = 2
try:
    r["a"] = 3
except KeyError as e:
    print("refused", e)
print(r, len(r), r.name, "a" in r, list(r), list(r.items()))
print(total(r), total({"x": 5}))
print(isinstance(r, dict), isinstance(r, Registry), type(r).__name__)
print(r == {"a": 1, "b": 2}, {"a": 1, "b": 2} == r, r != {})
d = Defaults()
print(d["abc"], d["x"], d, d.get("zz"), d.get("q", 9))
d.update({"k": 7}, m=4)
print(sorted(d), d.pop("k"), d)
print(dict(d), {**d}, d | {"z": 1}, type(d | {}).__name__)
d |= {"w": 3}
print(type(d).__name__, d)
if d:
    print("true")
print(bool(Defaults()))
try:
    hash(d)
except TypeError as e:
    print(e)
print(f"{d}", str(d), max(d.values()))
for k, v in d.items():
    print(k, v)


class Other(dict):
    pass

o = Other()
o[1] = "one"
o[2] = "two"
print(o[1].upper(), o)
o2 = Other([(3, "x")])
print(o2, o2[3] + "y")
print(o.setdefault(5, "five"), o.popitem(), o.copy(), type(o.copy()).__name__)
print(Other.fromkeys([1, 2], "v"), type(Other.fromkeys([1], "w")).__name__)
