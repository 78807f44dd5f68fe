from collections.abc import Sequence, MutableMapping, Mapping, MutableSequence, Set, Iterator, MutableSet, Iterable

class Deck(Sequence):
    def __init__(self, cards):
        self.cards = cards
    def __getitem__(self, i):
        return self.cards[i]
    def __len__(self):
        return len(self.cards)

d = Deck(["a", "b", "c", "b"])
print(list(d), list(reversed(d)), "b" in d, "z" in d, d.index("b"), d.count("b"), len(d), isinstance(d, Sequence))

class Lower(MutableMapping):
    def __init__(self):
        self.store = {}
    def __getitem__(self, key):
        return self.store[key.lower()]
    def __setitem__(self, key, value):
        self.store[key.lower()] = value
    def __delitem__(self, key):
        del self.store[key.lower()]
    def __iter__(self):
        return iter(self.store)
    def __len__(self):
        return len(self.store)

m = Lower()
m["A"] = 1
m["b"] = 2
m.update({"C": 3})
print(m["a"], m.get("B"), m.get("zz"), "c" in m, list(m), len(m), list(m.keys()), list(m.values()), list(m.items()))
print(m.pop("A"), m.pop("zz", 5), m.setdefault("q", 9), sorted(m.items()), isinstance(m, Mapping), m == {"b": 2, "c": 3, "q": 9}, dict(m))
try:
    m.pop("none")
except KeyError as e:
    print(repr(e))

class Items(MutableSequence):
    def __init__(self, *xs):
        self.xs = list(xs)
    def __getitem__(self, i):
        return self.xs[i]
    def __setitem__(self, i, v):
        self.xs[i] = v
    def __delitem__(self, i):
        del self.xs[i]
    def __len__(self):
        return len(self.xs)
    def insert(self, i, v):
        self.xs.insert(i, v)
i = Items(1, 2, 3)
i.append(4); i.extend([5, 6]); i.reverse(); i.remove(2); i += [7]
print(list(i), i.pop(), i.pop(0), len(i))

class Bits(Set):
    def __init__(self, it):
        self.n = 0
        for x in it:
            self.n |= 1 << x
    def __contains__(self, x):
        return bool(self.n >> x & 1)
    def __iter__(self):
        for i in range(10):
            if i in self:
                yield i
    def __len__(self):
        return bin(self.n).count("1")
a, b = Bits([1, 2, 3]), Bits([2, 3, 4])
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, a == Bits([3, 2, 1]), Bits([2]) < a, a.isdisjoint(Bits([7])))

class Count(Iterator):
    def __init__(self, n):
        self.n = n
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
print(list(Count(3)))
class Half(Sequence):
    def __len__(self):
        return 3
try:
    Half()
except TypeError as e:
    print(e)
class Gen(Iterable[int]):
    def __iter__(self):
        yield 5
print(list(Gen()))
