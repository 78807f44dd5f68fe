# Idioms: unpacking, swaps, slices with steps, conditional expressions, comprehension nests.
first, *middle, last = range(6)
print(first, middle, last)
(a, b), c = (1, 2), 3
a, b, c = c, a, b
print(a, b, c, [a, b, c][::-1])
matrix = [[r * 4 + c for c in range(4)] for r in range(3)]
print([row[::2] for row in matrix[::-1]], [[row[c] for row in matrix] for c in range(4)])
flat = sum(matrix, [])
print(flat[2:-2:3], flat[-1:-6:-2], sum(flat) // len(flat), max(flat, key=lambda x: (x % 5, -x)))
flat[2:4] = "ab"
del flat[-3:]
flat[::4] = [None] * len(flat[::4])
print(flat, flat.count(None))
pairs = dict(enumerate("abc"))
print(pairs, {v: k for k, v in pairs.items()}, dict(zip("xy", [1, 2])), dict([("k", "v")]), dict(a=1, b=2))
merged = {**pairs, 3: "d"} | {0: "z"}
print(merged, merged.pop(3), merged.pop(9, "none"), merged.popitem(), len(merged))
print([*range(3), *"ab"], {*[1, 2], *{2, 3}}, (*"xy", 1))
print("yes" if 3 in {1, 2, 3} and not 4 < 3 < 5 else "no", 1 < 2 < 3 != 4, not [] or None)
print([x if x % 2 else -x for x in range(6) if x != 3], [(x, y) for x in range(3) for y in range(x)])
words = "the rain in spain stays mainly".split()
print({len(w): w for w in words}, sorted(words, key=lambda w: (len(w), w), reverse=True), max(words, key=len))
print(any(w.endswith("ain") for w in words), all(map(str.islower, words)), sum(len(w) for w in words), ", ".join(w.title() for w in words if "a" in w))
it = [1, 2, 3, 4, 5, 6]
print(list(zip(it[::2], it[1::2])), list(zip(it, it[1:], it[2:]))[-1], [it[i:i + 4] for i in range(0, len(it), 4)])
while it:
    x = it.pop()
    if x == 4:
        continue
    if x == 2:
        break
    print(x, end=" ")
else:
    print("never")
print(it)
for i, (k, v) in enumerate(sorted({"b": 2, "a": 1}.items()), start=10):
    print(i, k, v, sep=":", end=";\n")
n = 10
steps = 0
while n != 1:
    n, steps = (n // 2 if n % 2 == 0 else 3 * n + 1), steps + 1
print(steps, 7 // 2, -7 // 2, 7 % -3, divmod(-7, 2), 2 ** 10, 5 & 3 | 8 ^ 1, ~5, 1 << 5 >> 2)
if (m := len(words)) > 5:
    print(f"{m=} {m:>4} {m:04b} {'even' if m % 2 == 0 else 'odd'!r:>8}")
x = y = []
x.append(1)
print(y, x is y, x == [1], [] is not x)
total = 0
for value in ("1", "2.5", "x", "", "-3", " 4 "):
    try:
        total += int(value)
    except ValueError:
        try:
            total += float(value)
        except ValueError as e:
            print("skip", repr(value), "-", e)
print(total, isinstance(total, float))


def stats(*values, **options):
    digits = options.get("digits", 2)
    return tuple(round(f(values), digits) for f in (min, max, lambda v: sum(v) / len(v)))


print(stats(3, 1, 4, 1.5), stats(1, 2, digits=1))


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


c1, c2 = counter(), counter()
print(c1(), c1(5), c2(), [f() for f in (c1, c2)])
print(sorted([3, 1, 2], reverse=True), sorted("hello"), sorted({"b": 1, "a": 2}), list(reversed("abc")), "".join(sorted("hello", key=str.upper, reverse=True)))
print(list(map(lambda p: p[0] * p[1], zip([1, 2], [3, 4]))), list(filter(None, [0, 1, "", "a"])), list(range(10, 0, -3)))
