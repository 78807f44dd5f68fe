class Stack(list):
    def push(self, x):
        self.append(x)

    def peek(self):
        return self[-1]


class Logged(list):
    def __init__(self, items=()):
        super().__init__(items)
        self.log = []

    def append(self, x):
        self.log.append(x)
        super().append(x)

    def __getitem__(self, i):
        return list.__getitem__(self, i)


s = Stack()
s.push(1)
s.push(2)
s += [3]
s.extend([4, 5])
print(s, len(s), s.peek(), s.pop(), s[0], s[1:], type(s[1:]).__name__, type(s).__name__)
print(s == [1, 2, 3, 4], [1, 2, 3, 4] == s, s < [2], s + [9], [0] + s, s * 2)
print(sum(s), max(s), sorted(s, reverse=True), list(reversed(s)), 3 in s, s.index(3))
a, b, c, d = s
print(a, b, c, d, *s)
for i, x in enumerate(s):
    print(i, x)
del s[0]
s[0] = 10
s.insert(0, 7)
s.sort()
print(s, isinstance(s, list), isinstance(s, (int, list)))
g = Logged(["a", "b"])
g.append("c")
print(g, g.log, g[0], g[-1].upper())
g2 = Logged()
g2.append(1.5)
print(g2[0] + 1, g2)
print("-".join(g))


def total(xs):
    t = 0
    for x in xs:
        t += x
    return t + len(xs)

print(total(s), total([1, 2]), total((1, 2)))
print([x * 2 for x in s], s.count(7), s.copy())
try:
    s[100]
except IndexError as e:
    print(e)


class Matrix(list):
    def __init__(self, rows):
        list.__init__(self, rows)
        self.n = len(rows)

    def row(self, i):
        return self[i]

m = Matrix([[1, 2], [3, 4]])
print(m, m.n, m.row(1), m[0][1])


class Tags(set):
    def add(self, x):
        super().add(x.lower())

t = Tags()
t.add("A")
t.add("b")
print(sorted(t), len(t), "a" in t, t | {"z"} == {"a", "b", "z"}, t == {"a", "b"}, isinstance(t, set))
print(Tags(["q"]), Tags(), {"a"} < t, t & {"a"}, t - {"a"}, type(t | t).__name__)
