"""zip with strict: what is not equally long raises where that shows."""


def show(*iterables):
    try:
        for row in zip(*iterables, strict=True):
            print(row)
    except ValueError as e:
        print(e)


for a, b in zip([1, 2], "ab", strict=True):
    print(a + 1, b * 2)
print(list(zip((1, 2), [2.5, 3.5], range(2), strict=True)))
print(dict(zip(["x", "y"], [1, 2], strict=True)), list(zip([1, 2, 3], [4], strict=False)))
print(list(zip(strict=True)), list(zip([1, 2], strict=True)))
print(list(zip([], [], strict=True)))
for a, b in [([1, 2], "a"), ([1], "abc"), ([], "a"), ([1], "")]:
    try:
        for x, y in zip(a, b, strict=True):
            print(x, y)
    except ValueError as e:
        print(type(e).__name__, e)
try:
    print(list(zip([1, 2], [1, 2], [1], strict=True)))
except ValueError as e:
    print(e)
try:
    print(list(zip([1], [1], [1, 2], strict=True)))
except ValueError as e:
    print(e)
try:
    print(list(zip([1], [1, 2], [1, 2], strict=True)))
except ValueError as e:
    print(e)
try:
    print([sum(t) for t in zip([1], [1], [2], [], strict=True)])
except ValueError as e:
    print(e)


def count(n):
    for i in range(n):
        print("made", i)
        yield i


z = zip(count(2), count(3), strict=True)
print(next(z), next(z))
try:
    next(z)
except ValueError as e:
    print(e)
for strict in (True, False):
    try:
        print(list(zip([1, 2], [3], strict=strict)))
    except ValueError as e:
        print(e)
show([1, 2], [3, 4])
show([1, 2], [3])
rows = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*rows)))
rows = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print(list(zip(*rows, strict=True)))
for more in ([1], [1, 2, 3, 4]):
    try:
        for row in zip(*rows, more, strict=True):
            print(row)
    except ValueError as e:
        print(e)
