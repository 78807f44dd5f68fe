"""Lazy streams, a plug-in registry, matrices with operators, linked structures."""
import itertools
import math
import operator
from functools import reduce, total_ordering


class Stream:
    """A lazy, memoised, possibly infinite sequence."""

    def __init__(self, head, tail):
        self.head = head
        self._tail = tail
        self._rest = None

    @property
    def tail(self):
        if self._rest is None:
            self._rest = self._tail()
        return self._rest

    @staticmethod
    def count(n=0):
        return Stream(n, lambda: Stream.count(n + 1))

    def map(self, f):
        return Stream(f(self.head), lambda: self.tail.map(f))

    def filter(self, p):
        s = self
        while not p(s.head):
            s = s.tail
        return Stream(s.head, lambda: s.tail.filter(p))

    def zip(self, other, f):
        return Stream(f(self.head, other.head), lambda: self.tail.zip(other.tail, f))

    def take(self, n):
        s = self
        for _ in range(n):
            yield s.head
            s = s.tail

    def __getitem__(self, n):
        return next(itertools.islice(self.take(n + 1), n, None))


def sieve(s):
    return Stream(s.head, lambda: sieve(s.tail.filter(lambda n, p=s.head: n % p != 0)))


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(p) for p in text.split("."))

    def __eq__(self, other):
        return isinstance(other, Version) and self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    def __str__(self):
        return ".".join(map(str, self.parts))

    def __repr__(self):
        return f"v{self}"


class Registry:
    def __init__(self):
        self._plugins = {}

    def __call__(self, name, version="1.0"):
        def add(cls):
            self._plugins.setdefault(name, []).append((Version(version), cls))
            return cls
        return add

    def latest(self, name):
        return max(self._plugins[name], key=lambda p: p[0])

    def __iter__(self):
        return iter(sorted(self._plugins))

    def __contains__(self, name):
        return name in self._plugins


registry = Registry()


class Plugin:
    def run(self, text):
        return text


@registry("upper")
class Upper(Plugin):
    def run(self, text):
        return super().run(text).upper()


@registry("reverse", "1.2")
class Reverse(Plugin):
    def run(self, text):
        return text[::-1]


@registry("reverse", "1.10")
class ReverseWords(Plugin):
    def run(self, text):
        return " ".join(reversed(text.split()))


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("ragged rows")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def det(self):
        n, m = self.shape
        if n != m:
            raise ValueError(f"{n}x{m} matrix has no determinant")
        if n == 1:
            return self.rows[0][0]
        return sum((-1) ** j * self.rows[0][j] * self.minor(0, j).det for j in range(n))

    def minor(self, i, j):
        return Matrix([r[:j] + r[j + 1:] for k, r in enumerate(self.rows) if k != i])

    def __getitem__(self, index):
        i, j = index
        return self.rows[i][j]

    def __setitem__(self, index, value):
        i, j = index
        self.rows[i][j] = value

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        return Matrix([[sum(map(operator.mul, r, c)) for c in zip(*other.rows)] for r in self.rows])

    def __pow__(self, n):
        result, base = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def __eq__(self, other):
        return self.rows == other.rows

    def __repr__(self):
        return f"Matrix({self.rows})"


nat = Stream.count(1)
print(list(nat.map(lambda n: n * n).take(5)), list(sieve(Stream.count(2)).take(10)), nat.filter(lambda n: n % 7 == 0)[3])
fibs = Stream(0, lambda: Stream(1, lambda: fibs.zip(fibs.tail, operator.add)))
print(list(fibs.take(12)), fibs[30])
for name in registry:
    version, cls = registry.latest(name)
    print(name, version, repr(version), cls.__name__, cls().run("hello lazy world"))
print("upper" in registry, "lower" in registry, sorted([Version("1.10"), Version("1.9"), Version("0.1")]), Version("2.0") >= Version("1.99"))
print(len({Version("1.0"), Version("1.0"), Version("1.1")}))
m = Matrix([[2, 1, 3], [0, -1, 4], [1, 2, 5]])
print(m.det, m.shape, m[1, 2], (m @ Matrix.identity(3)) == m, Matrix([[1, 1], [1, 0]]) ** 10)
m[0, 0] = 10
print(m, m.det)
for bad in (lambda: Matrix([[1, 2], [3]]), lambda: Matrix([[1, 2]]).det, lambda: m @ Matrix([[1, 2]])):
    try:
        print(bad())
    except ValueError as e:
        print("ValueError:", e)
print(reduce(operator.xor, [5, 7, 9]), math.prod([1, 2, 3, 4]), [*map(operator.neg, [1, -2])])
