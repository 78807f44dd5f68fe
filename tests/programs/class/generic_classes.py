"""A graph, an event bus, a cache, a matrix and a state machine, generic as Python is."""
from dataclasses import dataclass, field
from typing import Generic, TypeVar, Callable, Optional

T = TypeVar("T")
K = TypeVar("K")


@dataclass
class Box(Generic[T]):
    value: T
    history: list = field(default_factory=list)

    def set(self, value):
        self.history.append(self.value)
        self.value = value

    def map(self, f):
        return Box(f(self.value))


class Cache(Generic[K, T]):
    def __init__(self, load: Callable[[K], T], size: int = 3):
        self.load = load
        self.size = size
        self.data: dict[K, T] = {}
        self.hits = self.misses = 0

    def __getitem__(self, key):
        if key in self.data:
            self.hits += 1
            value = self.data.pop(key)
        else:
            self.misses += 1
            value = self.load(key)
            if len(self.data) >= self.size:
                oldest = next(iter(self.data))
                del self.data[oldest]
        self.data[key] = value
        return value


class Graph:
    def __init__(self):
        self.edges = {}

    def connect(self, a, b, weight=1):
        self.edges.setdefault(a, {})[b] = weight
        self.edges.setdefault(b, {})[a] = weight

    def neighbours(self, node):
        return sorted(self.edges[node])

    def distances(self, start):
        dist = {start: 0}
        todo = [start]
        while todo:
            todo.sort(key=lambda n: dist[n], reverse=True)
            node = todo.pop()
            for other, weight in self.edges[node].items():
                d = dist[node] + weight
                if other not in dist or d < dist[other]:
                    dist[other] = d
                    todo.append(other)
        return dist


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in columns] for row in self.rows])

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, k):
        return Matrix([[x * k for x in row] for row in self.rows])

    __rmul__ = __mul__

    def transposed(self):
        return Matrix(zip(*self.rows))

    def __str__(self):
        return "\n".join(" ".join(str(x) for x in row) for row in self.rows)


class Pair:
    def __init__(self, first, second):
        self.first, self.second = first, second

    def swapped(self):
        return Pair(self.second, self.first)

    def __iter__(self):
        yield self.first
        yield self.second

    def __repr__(self):
        return f"<{self.first!r}, {self.second!r}>"


a = Box(1)
b = Box("x")
a.set(2)
b.set("yy")
print(a, b, a.value + 1, b.value.upper(), a.map(lambda n: n / 2), b.map(len).value * 3)

squares = Cache(lambda n: n * n)
lengths = Cache(lambda s: len(s), size=2)
print([squares[i] for i in (1, 2, 1, 3, 4, 1)], squares.hits, squares.misses)
print([lengths[w] for w in "a bb a ccc bb a".split()], lengths.hits, lengths.misses)

cities = Graph()
cities.connect("A", "B", 4)
cities.connect("B", "C", 1)
cities.connect("A", "C", 7)
cities.connect("C", "D", 2)
grid = Graph()
for i in range(3):
    for j in range(2):
        grid.connect((i, j), (i + 1, j))
        grid.connect((i, j), (i, j + 1), 2.5)
print(cities.distances("A"), cities.neighbours("C"))
print(grid.distances((0, 0))[(2, 1)], grid.neighbours((1, 1)))

m = Matrix([[1, 2], [3, 4]])
f = Matrix([[0.5, 1.5], [2.0, -1.0]])
print(m @ m)
print(f @ f)
print(m + m, 2 * m, f * 2, m.transposed(), f.transposed(), sep="\n")

p = Pair(1, "one")
q = p.swapped()
print(p, q, q.swapped(), p.first + 1, q.first.upper())
x, y = Pair(2.5, None)
print(x * 2, y)
pairs = [Pair(i, chr(97 + i)) for i in range(3)]
print(pairs, [a for a, _ in pairs], "".join(s for _, s in pairs))
