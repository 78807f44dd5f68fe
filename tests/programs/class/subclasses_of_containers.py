import json
from typing import Dict


class Mixin:
    def describe(self):
        return f"{type(self).__name__} of {len(self)}"


class Config(Mixin, dict):
    """Attributes are keys."""

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)


class Lower(dict[str, int]):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __contains__(self, key):
        return super().__contains__(key.lower())

    def get(self, key, default=None):
        if key in self:
            return self[key]
        return default


class Typed(Dict[str, float]):
    pass


class Iterated(dict):
    def __iter__(self):
        print("iter")
        return super().__iter__()

    def __getitem__(self, key):
        print("get", key)
        return dict.__getitem__(self, key) * 2


c = Config()
c["a"] = 1
print(c.a, c.describe(), c)
try:
    c.zzz
except AttributeError as e:
    print("no", e)
low = Lower()
low["ABC"] = 5
low.update({"XYZ": 6})
print(low, low["abc"], "AbC" in low, low.get("Q"), low.get("q", 3), low.get("ABC"))
print(dict(low), json.dumps(low), json.dumps({"x": low}))
t = Typed(a=1.5)
print(t, t["a"] + 1)
i = Iterated(a=1, b=2)
print(dict(i))
print({**t}, list(i), [k for k in i])


def f(**kw):
    return sorted(kw.items())


print(f(**t), f(**low))


def show(d):
    if isinstance(d, dict):
        return "dict:" + ",".join(f"{k}={v}" for k, v in d.items())
    if isinstance(d, list):
        return "list:" + ",".join(str(x) for x in d)
    return "other"


class Row(list):
    pass


class Chain(Row):
    def __len__(self):
        return 100


print(show(c), show(low), show({"p": 1}), show(Row([1, 2])), show([3]), show(4))
ch = Chain([1, 2, 3])
print(len(ch), ch, bool(ch), list(ch), isinstance(ch, list), issubclass(Chain, list), issubclass(Chain, Row), issubclass(Chain, dict))
for x in [c, low, t]:
    print(len(x), sorted(x))
things = [Row([2, 1]), [1, 5], Row([0])]
things.sort()
print(things)


def kind(x):
    match x:
        case {"a": v}:
            return f"mapping a={v}"
        case Row([a, b]):
            return f"row {a} {b}"
        case [a, *rest]:
            return f"seq {a} {len(rest)}"
        case dict():
            return "dict"
        case _:
            return "?"


print(kind(c), kind({"a": 9}), kind(low), kind(Row([1, 2])), kind([1, 2, 3]), kind(Row([1])), kind(5))


class Memo(dict):
    def __init__(self, f):
        self.f = f

    def __missing__(self, n):
        r = self[n] = self.f(n)
        return r


fib = Memo(lambda n: n if n < 2 else fib[n - 1] + fib[n - 2])
print(fib[30], len(fib))


class Node(dict):
    def __init__(self, name, **kw):
        super().__init__(kw)
        self.name = name
        self.children = []

    def __repr__(self):
        return f"<{self.name} {dict.__repr__(self)}>"

    def __eq__(self, other):
        return isinstance(other, Node) and self.name == other.name

    def __hash__(self):
        return hash(self.name)


n = Node("n", x=1)
m = Node("n", x=2)
print(n, [n], n == m, n != m, {n: 1}[m], len({n, m}))
n.children.append(m)
print(n.children, "%s" % n, "%(x)d" % n)
print(n.keys() == {"x"}, sum(n.values()), min(low.items()))
