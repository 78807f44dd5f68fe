g = (x * x for x in range(5))
print(next(g))
print(list(g))
n = 3
h = (x * n for x in range(3))
n = 10
print(list(h))


def f(k):
    g = (x + k for x in range(3))
    k = 100
    return g


print(list(f(1)))
for x in (y + 1 for y in [1, 2, 3] if y != 2):
    print(x)


def nested(rows):
    return (x for row in rows for x in row if x)


print(list(nested([[1, 0, 2], [], [3]])))


def pipeline(lines):
    stripped = (line.strip() for line in lines)
    numbers = (int(line) for line in stripped if line)
    return sum(numbers)


print(pipeline([" 1 ", "", "22", "3 "]))
fs = [(lambda: i) for i in range(3)]
print([f() for f in fs])
gs = [(x * i for x in range(3)) for i in range(3)]
print([list(g) for g in gs])
print(list(x for x in "abc"))
t = tuple(x for x in range(3)), [x for x in (1, 2)]
print(t)
a, b = (int(x) for x in "1 2".split())
print(a, b)


def late():
    print("evaluated")
    return [1, 2]


g = (x for x in late())
print("before")
print(list(g))
print(dict((k, v) for k, v in zip("ab", (1, 2))))
print(next((x for x in range(10) if x > 5), None))
