from collections import OrderedDict, deque


class LastUpdatedOrderedDict(OrderedDict):
    "Store items in the order the keys were last added"

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)


o = LastUpdatedOrderedDict()
o["a"] = 1
o["b"] = 2
o["a"] = 3
print(list(o.items()))


class LRU(OrderedDict):
    def __init__(self, maxsize=3, /, *args, **kwds):
        self.maxsize = maxsize
        super().__init__(*args, **kwds)

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.maxsize:
            oldest = next(iter(self))
            del self[oldest]


c = LRU(2)
for i in range(4):
    c[i] = i * i
print(list(c), c[2], list(c))
c.move_to_end(3, last=False)
print(list(c), c.popitem(last=False), c.setdefault(9, 81), list(c.items()))


class Shown(OrderedDict):
    def __setitem__(self, k, v):
        print("set", k)
        super().__setitem__(k, v)


s = Shown(a=1)
s.update(b=2)
s.update([("c", 3)])
s.update({"d": 4})
print(s.setdefault("e", 5), s)
print(OrderedDict(zip("ab", [1, 2])), OrderedDict({"x": 1}), OrderedDict(), OrderedDict([("k", 2)], j=3))


class Q(deque):
    def append(self, x):
        print("app", x)
        super().append(x)


q = Q([1, 2])
q.append(3)
q.extend([4])
q += [5]
print(list(q), len(q))
