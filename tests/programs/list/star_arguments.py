def f(a, b=0, *rest):
    return a, b, rest


xs = [1, 2, 3]
print(f(*xs[:2]), [*xs, *"ab", 4], (*xs,), {*xs, 3}, {**{"a": 1}, "b": 2})
print(*xs)
print(*xs, sep="-")
