import copy
from copy import deepcopy
board = [[0] * 3 for _ in range(3)]
b2 = deepcopy(board)
b2[1][1] = 5
print(board, b2)
row = [1, 2]
shared = [row, row, [3]]
s2 = copy.deepcopy(shared)
s2[0].append(9)
print(shared, s2, s2[0] is s2[1], s2[0] is row)
c = copy.copy(shared)
print(c is shared, c[0] is row, c)

class Node:
    def __init__(self, v, next=None):
        self.v = v
        self.next = next
        self.tags = [v]
a = Node(1)
b = Node(2, a)
a.next = b
a2 = deepcopy(a)
print(a2.v, a2.next.v, a2.next.next is a2, a2 is a, a2.tags is a.tags)
a2.tags.append(7)
print(a.tags, a2.tags)
s = copy.copy(a)
print(s.tags is a.tags, s.next is b, s is a)

class P:
    def __init__(self, x):
        self.x = x
    def __copy__(self):
        print("copying")
        return P(self.x + 1)
    def __deepcopy__(self, memo):
        print("deep copying")
        return P(deepcopy(self.x, memo) + 10)
    def __repr__(self):
        return f"P({self.x})"
p = P(3)
print(copy.copy(p), deepcopy(p), deepcopy([p, p, P(4)]), deepcopy({"k": p, "l": (p, 1)}))
d = {"a": [1], "b": [2]}
e = deepcopy(d)
e["a"].append(5)
print(d, e)
print(deepcopy((1, [2], {3})), deepcopy({1, 2}), deepcopy(3), deepcopy("x"), deepcopy(None), copy.copy((1, 2)), copy.copy({1: [2]}), copy.copy({4}))
l = [1]
l2 = [l, {"x": l}, None]
m = deepcopy(l2)
print(m)
r = []
r.append(r)
q = deepcopy(r)
print(q, q[0] is q, q is r)
class K:
    def __init__(self, n):
        self.n = n
k1, k2 = K(1), K(2)
g = {k1: [k2], k2: [k1]}
h = deepcopy(g)
print(len(h), k1 in h, sorted(k.n for k in h), [v[0].n for v in h.values()], all(v[0] in h for v in h.values()))
ba = bytearray(b"abc")
bb = deepcopy([ba, ba])
bb[0].append(100)
print(ba, bb)
