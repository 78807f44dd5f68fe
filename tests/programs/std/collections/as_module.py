import collections
P = collections.namedtuple("P", "x y")
print(P(1, 2))
d = collections.defaultdict(int)
e = collections.defaultdict(set)
for x in (1, 2, 1):
    d[x] += 1
    e[x].add(x * 2)
print(d, e)
g = collections.defaultdict(lambda: collections.defaultdict(int))
g["a"]["b"] += 1
g["a"]["c"] += 2
print(g["a"], len(g))
q: collections.deque[int] = collections.deque(maxlen=2)
q.append(1); q.append(2); q.append(3)
print(q)
