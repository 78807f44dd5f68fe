from collections import namedtuple
P = namedtuple("P", "x y")
p = P(1, 2)
print({(1, 2): 5}.get((1, 2)), {p: 5}[P(1, 2)])
print((1, 2) in {(1, 2)}, p == (1, 2))
d = {p: 1}
print(P(1, 2) in d)
class Q:
    def __hash__(self): return hash((1, 2))
print(hash(Q()) == hash((1, 2)), hash(Q()), hash((1, 2)))
class R:
    def __hash__(self): return 2**62 + 5
print(hash(R()))
class R2:
    def __hash__(self): return -1
print(hash(R2()))
class R3:
    def __hash__(self): return hash("abc") ^ hash((1, 2))
print(hash(R3()) == hash("abc") ^ hash((1, 2)))
