"""The oldest key of a dict is found at once, however many were taken before."""
from collections import OrderedDict

N = 20000
d = OrderedDict((i, i * i) for i in range(N))
total = 0
while d:
    key, value = d.popitem(last=False)
    total += key ^ value
print(total, d)


class LRU:
    def __init__(self, size):
        self.size = size
        self.entries = OrderedDict()
        self.hits = 0

    def get(self, key):
        if key in self.entries:
            self.hits += 1
            self.entries.move_to_end(key)
            return self.entries[key]
        self.entries[key] = key * 2
        if len(self.entries) > self.size:
            self.entries.popitem(last=False)
        return key * 2


cache = LRU(1000)
x = 1
for i in range(200000):
    x = (x * 1103515245 + 12345) % 2**31
    total += cache.get(x % 1500)
print(total, cache.hits, len(cache.entries), next(iter(cache.entries)))

plain = {i: -i for i in range(N)}
for i in range(1, N, 2):
    del plain[i]
total = 0
while plain:
    first = next(iter(plain))
    total += plain.pop(first)
    if first % 1000 == 0 and first < N // 2:
        plain[N + first] = 1
        if first % 3000 == 0:
            plain[N + first + 1] = 2
            plain.popitem()
print(total)
d = OrderedDict.fromkeys("abcde")
del d["a"], d["c"], d["b"]
d["a"] = 1
print(d.popitem(False), list(d), d.popitem(), list(reversed(d)), d.copy().popitem(False), d)
d.clear()
d["z"] = 0
print(d, list(d))
