class Fraction:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError("Fraction(%d, 0)" % n)
        g = self.gcd(abs(n), abs(d))
        if d < 0:
            n, d = -n, -d
        self.n = n // g
        self.d = d // g

    @staticmethod
    def gcd(a, b):
        while b:
            a, b = b, a % b
        return a

    def __add__(self, other):
        if isinstance(other, int):
            other = Fraction(other)
        return Fraction(self.n * other.d + other.n * self.d, self.d * other.d)

    __radd__ = __add__

    def __sub__(self, other):
        return Fraction(self.n * other.d - other.n * self.d, self.d * other.d)

    def __mul__(self, other):
        return Fraction(self.n * other.n, self.d * other.d)

    def __truediv__(self, other):
        return Fraction(self.n * other.d, self.d * other.n)

    def __eq__(self, other):
        return self.n == other.n and self.d == other.d

    def __lt__(self, other):
        return self.n * other.d < other.n * self.d

    def __le__(self, other):
        return not other < self

    def __float__(self):
        return self.n / self.d

    def __int__(self):
        return self.n // self.d

    def __str__(self):
        return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)

    def __repr__(self):
        return f"Fraction({self.n}, {self.d})"

    def __hash__(self):
        return hash((self.n, self.d))

    def __format__(self, spec):
        return format(str(self), spec)


half = Fraction(1, 2)
third = Fraction(1, 3)
print(half + third, half - third, half * third, half / third, 1 + half, half + 1)
print(sum([half, third, Fraction(1, 6)], Fraction(0)), float(third), int(Fraction(7, 2)))
print(sorted([half, third, Fraction(3, 4)]), min(half, third), half > third, half >= third)
print(f"[{half:>8}] [{third:<6}]", {half: "h"}[Fraction(2, 4)])
try:
    Fraction(1, 0)
except ZeroDivisionError as e:
    print(e)


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        self.n = len(self.rows)
        self.m = len(self.rows[0])

    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __matmul__(self, other):
        return Matrix(
            [
                [sum(self[i, k] * other[k, j] for k in range(self.m)) for j in range(other.m)]
                for i in range(self.n)
            ]
        )

    def __eq__(self, other):
        return self.rows == other.rows

    def transpose(self):
        return Matrix(zip(*self.rows))

    def __str__(self):
        return "\n".join(" ".join(str(x) for x in row) for row in self.rows)


m = Matrix([[1, 2], [3, 4]])
print(m @ Matrix.identity(2) == m)
print(m @ m)
m[0, 1] = 10
print(m[0, 1], m.rows)


class LinkedList:
    class _Node:
        def __init__(self, value, next=None):
            self.value = value
            self.next = next

    def __init__(self, items=()):
        self._head = None
        self._size = 0
        for item in reversed(items):
            self.push(item)

    def push(self, value):
        self._head = self._Node(value, self._head)
        self._size += 1

    def pop(self):
        if self._head is None:
            raise IndexError("pop from empty list")
        node = self._head
        self._head = node.next
        self._size -= 1
        return node.value

    def __len__(self):
        return self._size

    def __iter__(self):
        self._cursor = self._head
        return self

    def __next__(self):
        if self._cursor is None:
            raise StopIteration
        value = self._cursor.value
        self._cursor = self._cursor.next
        return value

    def reverse(self):
        prev = None
        node = self._head
        while node:
            node.next, prev, node = prev, node, node.next
        self._head = prev


ll = LinkedList([1, 2, 3, 4])
ll.push(0)
print(list(ll), len(ll), 3 in list(ll))
ll.reverse()
print([x * x for x in ll], ll.pop(), len(ll))


class Observable:
    def __init__(self):
        self._handlers = []

    def subscribe(self, f):
        self._handlers.append(f)

    def fire(self, *args):
        for h in self._handlers:
            h(*args)


log = []
o = Observable()
o.subscribe(lambda a, b: log.append(a + b))
o.subscribe(lambda a, b: log.append(a * b))
o.fire(3, 4)
o.fire(5, 6)
print(log)


class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, f):
        if f < -459.67:
            raise ValueError("below absolute zero")
        self.celsius = (f - 32) * 5 / 9


t = Temperature(25)
print(t.fahrenheit)
t.fahrenheit = 212
print(t.celsius)
try:
    t.fahrenheit = -1000
except ValueError as e:
    print(e)
print(hasattr(t, "celsius"), hasattr(t, "kelvin"), getattr(t, "celsius"), getattr(t, "kelvin", None))
