from collections import OrderedDict
o = OrderedDict()
for k in "abcde":
    o[k] = ord(k)
print(o)
o.move_to_end("b")
o.move_to_end("d", last=False)
print(o, o.popitem(), o.popitem(last=False), list(o), list(reversed(o)))
print(o == OrderedDict(a=97, c=99, e=101), o == OrderedDict(c=99, a=97, e=101), o == {"c": 99, "a": 97, "e": 101})
class LRU:
    def __init__(self, n):
        self.n = n
        self.d = OrderedDict()
    def get(self, k):
        if k not in self.d:
            return -1
        self.d.move_to_end(k)
        return self.d[k]
    def put(self, k, v):
        self.d[k] = v
        self.d.move_to_end(k)
        if len(self.d) > self.n:
            self.d.popitem(last=False)
l = LRU(2)
l.put("x", 1); l.put("y", 2); print(l.get("x")); l.put("z", 3); print(l.get("y"), l.get("z"))
try:
    OrderedDict().popitem()
except KeyError as e:
    print(repr(e))
