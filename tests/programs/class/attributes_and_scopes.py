class A:
    items = []
    total = 0

    def __init__(self, n, *extra, scale=2, **options):
        self.n = n * scale
        self.extra = extra
        self.options = options
        A.total += n
        self.double = lambda: self.n * 2

    def method(self):
        def inner(k):
            return self.n + k

        return [inner(i) for i in range(3)]

    @classmethod
    def make(cls, *args, **kw):
        obj = cls(*args)
        obj.tag = cls.__name__
        return obj

    @property
    def kind(self):
        return "A"

    def __eq__(self, other):
        return isinstance(other, A) and self.n == other.n

    def compare(self, other):
        return self is other, self == other, self != other


class B(A):
    @property
    def kind(self):
        return "B/" + super().kind

    @classmethod
    def make(cls, *args, **kw):
        obj = super().make(*args)
        obj.tag += "!"
        return obj


a = A(1, 2, 3, scale=10, x=1, y="z")
b = B.make(5)
print(a.n, a.extra, a.options, A.total, B.total, a.double(), b.double())
print(a.method(), b.kind, a.kind, b.tag, A.make(3).tag)
print(a.compare(a), a.compare(A(1, scale=10)), a.compare(b))
try:
    print({a: 1})
except TypeError as e:
    print(e)
try:
    print(hash(b))
except TypeError as e:
    print(e)
a.items.append(1)
b.items.append(2)
print(A.items, a.items is B.items)


class Shadow:
    def hello(self):
        return "method"

    def __init__(self, replace):
        if replace:
            self.hello = lambda: "instance"


print(Shadow(False).hello(), Shadow(True).hello())


class Config:
    debug = False
    level = 1

    def set(self, level):
        self.level = level
        return self


c1, c2 = Config(), Config()
c1.set(5)
Config.level = 7
print(c1.level, c2.level, Config.level, c2.debug)


class Grid:
    WIDTH = 3
    CELLS = [[0] * 3 for _ in range(2)]
    NAMES = {i: chr(97 + i) for i in range(WIDTH)}

    def __getitem__(self, pos):
        r, c = pos
        return self.CELLS[r][c]

    def __setitem__(self, pos, v):
        r, c = pos
        self.CELLS[r][c] = v

    def __delitem__(self, pos):
        self[pos] = -1

    def __contains__(self, v):
        return any(v in row for row in self.CELLS)


g = Grid()
g[1, 2] = 5
g[0, 0] += 3
del g[0, 1]
print(g.CELLS, 5 in g, 9 in g, Grid.NAMES)


def side(x):
    print("side", x)
    return x


class Order:
    def __init__(self, a, b=side("default")):
        self.a, self.b = side(a), b

    def __add__(self, other):
        print("add", self.a, other.a)
        return Order(self.a + other.a)


(Order(1) + Order(2)).a = side(9)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __call__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration("done")
        return self.n


cd = Countdown(2)
try:
    while True:
        print(cd())
except StopIteration as e:
    print("stop", e)


class Node:
    def __init__(self, value, children=None):
        self.value = value
        self.children = children or []
        self.parent = None
        for c in self.children:
            c.parent = self

    def depth(self):
        return 0 if self.parent is None else 1 + self.parent.depth()

    def total(self):
        return self.value + sum(c.total() for c in self.children)

    def find(self, pred):
        if pred(self):
            return self
        for c in self.children:
            found = c.find(pred)
            if found is not None:
                return found
        return None


leaf = Node(3)
root = Node(1, [Node(2, [leaf]), Node(4)])
print(leaf.depth(), root.total(), root.find(lambda n: n.value == 4).depth(), root.find(lambda n: n.value > 9))
print(max([leaf, root], key=lambda n: n.total()).value, sorted([root, leaf], key=Node.depth)[-1].value)
print(str(Node)[:7], Node.__name__, type(leaf) is Node, type(leaf) == type(root), leaf.__class__.__qualname__)
