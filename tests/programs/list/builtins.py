xs = [4, 2, 8]
print(len(xs), sum(xs), min(xs), max(xs), sum(xs, 10), sum([0.5, 1.5]), sum([[1], [2]], []))
print(any(xs), all(xs), any([]), all([]), any([0, ""][:1]), all([1, 0]))
print(list(enumerate(xs)), list(enumerate("ab", 1)), list(enumerate(xs, start=5)))
print(list(zip(xs, "abc")), list(zip(xs, "ab")), list(zip()), list(zip(xs)), list(zip(xs, xs, xs)))
print(list(map(str, xs)), list(map(lambda a, b: a * b, xs, xs)), list(filter(None, [0, 1, "", 2][::1])))
print(list(filter(lambda x: x > 3, xs)), list(reversed(xs)), list(range(3)), list("abc"), list((1, 2)))
print(min(3, 1, 2), max("a", "b"), min(xs, key=lambda x: -x), max(1, -5, key=abs), max([], default=7), min([], default=None))
print(min(["bb", "a"], key=len), max([(1, 2), (1, 3)]), min([2.5, 1]), max("hello"))
print(dict(zip("ab", xs)), tuple(xs), set([1]), sorted(zip(xs, "abc")))
for f in (min, max):
    try:
        print(f([]))
    except ValueError as e:
        print(e)
for i, (a, b) in enumerate(zip(xs, xs[1:])):
    print(i, a, b)
a, b, c = xs
first, *rest = xs
*init, last = xs
print(a, b, c, first, rest, init, last)
for n in (2, 4):
    try:
        if n == 2:
            p, q = xs
        else:
            p, q, r, s = xs
    except ValueError as e:
        print(e)
