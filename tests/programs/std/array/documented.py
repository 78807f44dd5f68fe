from array import array, typecodes

a = array("i", [1, 2, 3])
a.append(4)
print(a, a[1] + 1, a.itemsize, a.typecode, len(a), typecodes)
d = array("d", [1, 2.5])
d.extend([3, 4.5])
print(d, sum(d), d[::-1], d.tobytes())
b = array("B", b"hello")
print(b, b.tobytes(), bytes(b.tolist()))
s = array("d", [0.0]) * 5
s[2] = 7
print(s, s.index(7.0), s.count(0))
for c in "bBhHiIlLqQ":
    for v in (-(2**63), -40000, -129, -1, 127, 255, 256, 40000, 70000, 2**31, 2**32, 2**63 - 1):
        try:
            print(c, array(c, [v]))
        except OverflowError as e:
            print(c, v, e)
BIG = 2**64 - 2**64
for v in (BIG + 5, BIG + 2**64, BIG - 2**70):
    try:
        print(array("i", [v]))
    except OverflowError as e:
        print(e)
f = array("f", [0.1, 1e300, -0.0])
print(f, f[0])


def attempt(make):
    try:
        print(make())
    except (IndexError, ValueError, EOFError) as e:
        print(type(e).__name__, e)


attempt(lambda: a[5])
attempt(lambda: a[-1])
attempt(lambda: a.pop(9))
attempt(lambda: array("i").pop())
attempt(lambda: a.remove(9))
attempt(lambda: a.index(9))
attempt(lambda: a.index(1, 1))
attempt(lambda: a.frombytes(b"abc"))
attempt(lambda: array("i", b"123"))
attempt(lambda: array("z" if len(a) else "i"))
a.insert(100, 3)
a.insert(-1, 7)
a[1:3] = array("i", [9, 9, 9])
del a[0]
print(a, a == array("d", [9, 9, 9, 7, 3]), a < array("i", [10]), 9 in a, a == [1], list(reversed(a)), a + a, 2 * a, a[1:3])
a.byteswap()
print(a)
a.byteswap()
a += array("i", [1])
a.reverse()
print(a, a.pop(), max(a), sorted(a), [x * 2 for x in a], array("i"), array("i", a), array("i", (x for x in range(3))))
u = array("u", "naïve")
print(u, u.tounicode(), u[2], len(u))
a.fromlist([5, 6])
a.frombytes(b"\1\0\0\0\xff\xff\xff\xff")
print(a, a.tolist())


def sieve(n):
    marks = array("b", [1]) * (n + 1)
    marks[0] = marks[1] = 0
    for i in range(2, int(n**0.5) + 1):
        if marks[i]:
            for j in range(i * i, n + 1, i):
                marks[j] = 0
    return array("L", [i for i in range(n + 1) if marks[i]])


print(sieve(100))


class Matrix:
    def __init__(self, rows, columns):
        self.columns = columns
        self.data = array("d", bytes(8 * rows * columns))

    def __getitem__(self, at):
        i, j = at
        return self.data[i * self.columns + j]

    def __setitem__(self, at, x):
        i, j = at
        self.data[i * self.columns + j] = x


m = Matrix(2, 3)
m[1, 2] = 4
m[0, 0] += 1.5
print(m.data, m[1, 2])
