"""`*` and `**` in calls, where how many items there are is known when the program runs."""

xs = [3, 1, 2]
print(*xs)
print("a", *xs, "b", sep=", ")
print(*[], sep="-")
print(*"abc", sep="-", end="!\n")
print(max(*xs), min(*xs), max(*xs, 10), max(0, *xs))
print(max(*[[1, 5, 2]]))
try:
    print(max(*[]))
except TypeError as e:
    print(e)
try:
    print(max(*xs[:1]))
except TypeError as e:
    print(e)


def f(a, b):
    return a * 10 + b


for args in [[1, 2], [1], [], [1, 2, 3]]:
    try:
        print(f(*args))
    except TypeError as e:
        print(e)
    try:
        print(f(5, *args))
    except TypeError as e:
        print(e)
    try:
        print(f(*args, b=1))
    except TypeError as e:
        print(e)


def g(a, b=2, *rest, c=3, **kw):
    print(a, b, rest, c, kw)


g(*xs)
g(*xs, *xs)
g(0, *xs, 9, c=7, d=8)
g(1, 2, 3, *xs)
g(*xs[:1], **{"c": 1, "z": 2})
d = {"b": 5, "zz": 6}
g(1, **d)
g(1, y=1, **d, w=3)
g(*xs[:1], **d)
try:
    g(*xs, **d)
except TypeError as e:
    print(e)
try:
    f(**d)
except TypeError as e:
    print(e)
try:
    f(1, **{"b": 2, **d})
except TypeError as e:
    print(e)
print(f(**{"a": 4, "b": 2}))
print(set().union(*[{1, 2}, {3}, {2, 5}]))
print(set().union(*[[1], [2]]))
print(list(zip(*[[1, 2, 3], [4, 5, 6]])))
print(list(zip(*[[1, 2, 3], [4, 5]])))
print(list(range(*[2, 10, 3])), list(range(*[3])))
print(divmod(*[17, 5]))
print(pow(*[2, 5]))
a, b = zip(*[(1, "a"), (2, "b")])
print(a, b)
