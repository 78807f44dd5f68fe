def count(n):
    for i in range(n):
        yield i


def letters():
    yield "a"
    yield "b"
    yield "c"


for i, c in enumerate(letters()):
    print(i, c)
for n, c in zip(count(10), letters()):
    print(n, c)
for n, c in zip(letters(), count(2)):
    print(n, c)
for i, (x, y) in enumerate(zip(letters(), letters()), 5):
    print(i, x, y)
g = count(10)
for x, y in zip(g, g):
    print(x, y)
g = count(5)
for x, y in zip(g, [1, 2]):
    print(x, y)
print(next(g))
print(list(map(lambda x: x + 1, count(3))))
print(list(filter(lambda x: x > 1, count(4))))
print(sorted(count(4), reverse=True), max(count(3)), min(count(3)))
print(3 in count(5), 7 in count(5), 7 not in count(5))
g = count(6)
print(2 in g, list(g))
print(list(count(3)) + list(count(2)))
try:
    a, b = count(3)
except ValueError as e:
    print(e)
try:
    a, b = count(1)
except ValueError as e:
    print(e)
try:
    a, *b, c = count(1)
except ValueError as e:
    print(e)
xs = []
xs.extend(count(3))
xs.extend(count(2))
print(xs)
d = {}
d.update(zip(letters(), count(3)))
print(d)
s = {1}
s.update(count(3))
print(s)
print({x: y for x, y in zip(letters(), count(9))})
print({x % 2 for x in count(9)})
print("".join(letters()))
print(bytes(count(3)))

