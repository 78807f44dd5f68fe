"""An object of attributes: its text, its comparison, what is given to it later."""

import types
from types import SimpleNamespace

n = SimpleNamespace(a=1, b="x")
print(n, repr(n), str(n), f"{n}")
print(n.a + 1, n.b * 2)
n.a += 5
n.c = [1.5]
print(n)
print(n == SimpleNamespace(b="x", c=[1.5], a=6), n == SimpleNamespace(a=6, b="x"), n != SimpleNamespace(a=6, b="x"))
print(n == 3, n != None)
del n.a
print(n, hasattr(n, "a"), hasattr(n, "c"), getattr(n, "a", "none"))
n.a = 7
print(n)
try:
    del n.b
    print(n.b)
except AttributeError as e:
    print(type(e).__name__)

empty = types.SimpleNamespace()
print(empty, empty == SimpleNamespace(), bool(empty))
empty.z = 1
empty.y = 2
print(empty)
other = types.SimpleNamespace()
other.y = 2
other.z = 1
print(other, empty == other, type(empty) is type(other), isinstance(empty, SimpleNamespace))
print(type(empty).__name__)
try:
    print(n.b)
except AttributeError as e:
    print(e)


class Sub(SimpleNamespace):
    def fill(self):
        self.k = 3
        return self


sub = Sub()
sub.b = 2
sub.a = 1
print(sub, sub.fill())


def counter():
    state = SimpleNamespace(count=0, names=[])

    def step(name):
        state.count += 1
        state.names.append(name)
        return state

    return step


step = counter()
step("a")
print(step("b"), step("c").count)


class Plain:
    def __init__(self):
        self.count = 3
        self.z = None


print(Plain().count)

nested = SimpleNamespace(inner=SimpleNamespace(x=1, y=SimpleNamespace(deep=True)), name="out")
print(nested, nested.inner.y.deep)
loop = SimpleNamespace(name="loop", me=None)
loop.me = loop
print(loop)

things = [SimpleNamespace(kind="k", size=i) for i in range(3)]
print(things, sum(t.size for t in things), max(things, key=lambda t: t.size))
