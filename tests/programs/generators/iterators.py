it = iter([1, 2, 3])
print(next(it))
print(list(it))
print(next(it, "over"))
it = iter("abc")
for c in it:
    print(c)
    break
print(list(it))
z = zip([1, 2, 3], "abc")
print(next(z))
print(list(z))
m = map(lambda x: x * 2, [1, 2, 3])
print(next(m), list(m))
f = filter(None, [0, 1, 2, 0, 3])
print(list(f))
e = enumerate("xyz", 1)
print(next(e), list(e))
r = reversed([1, 2, 3])
print(next(r), list(r))


def trace(x):
    print("called", x)
    return x + 1


for y in map(trace, [1, 2]):
    print("got", y)
for y in filter(lambda x: trace(x) > 2, [1, 2, 3]):
    print("kept", y)
for a, b in zip(map(trace, [1, 2]), [3, 4]):
    print(a, b)
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])))
for x in map(max, [1, 5], [4, 2]):
    print(x)


def pairs(xs):
    it = iter(xs)
    return list(zip(it, it))


print(pairs([1, 2, 3, 4, 5]))


def head(xs, n):
    it = iter(xs)
    result = []
    for _ in range(n):
        result.append(next(it))
    return result


print(head([1, 2, 3], 2), head("hello", 3), head({"a": 1, "b": 2}, 1))
its = [iter([1, 2]), iter([3, 4, 5])]
print([next(i) for i in its], [list(i) for i in its])
lines = iter(["a", "b", "", "c"])
for line in iter(lambda: next(lines), ""):
    print(line)
chunks = iter([1, 2, 3, 4, 5, 6])
print(list(zip(*[chunks] * 2)) if False else list(zip(chunks, chunks)))
d = {"k": 1}
it = iter(d)
d["l"] = 2
try:
    next(it)
except RuntimeError as e:
    print(e)
it = iter([1])
print(iter(it) is it)
a, b = map(int, "3 4".split())
print(a + b)
merged = []
left, right = iter([1, 3, 5]), iter([2, 4, 6])
x, y = next(left, None), next(right, None)
while x is not None and y is not None:
    if x < y:
        merged.append(x)
        x = next(left, None)
    else:
        merged.append(y)
        y = next(right, None)
print(merged)
