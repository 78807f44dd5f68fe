class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def insert(self, v):
        if v < self.value:
            if self.left is None:
                self.left = Tree(v)
            else:
                self.left.insert(v)
        else:
            if self.right is None:
                self.right = Tree(v)
            else:
                self.right.insert(v)


t = Tree(5)
for v in [2, 8, 1, 9, 3]:
    t.insert(v)
print(list(t), sum(t), max(t), 8 in list(t), [x * 2 for x in t if x > 2])
a, b, *rest = t
print(a, b, rest)


class Stack:
    def __init__(self):
        self._items = []

    def push(self, *items):
        for i in items:
            self._items.append(i)
        return self

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __len__(self):
        return len(self._items)


s = Stack().push(1, 2, 3)
for x in s:
    print(x, end=" ")
print(list(s), len(s), list(zip(s, "abc")), sorted(s, reverse=True))
it = iter(s)
print(next(it), next(it), next(it, "end"), next(it, "end"))


class Fib:
    def __init__(self, limit):
        self.limit = limit

    def __iter__(self):
        a, b = 0, 1
        while a < self.limit:
            yield a
            a, b = b, a + b


print(list(Fib(50)), dict(enumerate(Fib(5))), tuple(Fib(10)), {x for x in Fib(4)})


class Stream:
    def __init__(self, source):
        self.source = source

    def map(self, f):
        return Stream(f(x) for x in self.source)

    def filter(self, p):
        return Stream(x for x in self.source if p(x))

    def take(self, n):
        out = []
        for x in self.source:
            if len(out) == n:
                break
            out.append(x)
        return out


def naturals():
    n = 0
    while True:
        yield n
        n += 1


print(Stream(naturals()).filter(lambda n: n % 3 == 0).map(lambda n: n * n).take(5))


class Managed:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("open", self.name)
        return self

    def __exit__(self, exc_type, exc, tb):
        print("close", self.name, exc_type.__name__ if exc_type else None)
        return exc_type is ValueError

    def rows(self):
        with self:
            for i in range(2):
                yield f"{self.name}{i}"


for r in Managed("m").rows():
    print(r)
with Managed("x"):
    raise ValueError("swallowed")
for obj in [Stack().push(7), Fib(3), [9]]:
    print([v for v in obj])
