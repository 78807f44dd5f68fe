"""What stars give to each kind of parameter, and what does not fit."""

def deco(f):
    def wrapper(*args, **kwargs):
        print("call", args, kwargs)
        return f(*args, **kwargs)
    return wrapper


@deco
def add(a, b=10):
    return a + b


print(add(1), add(1, 2), add(1, b=5))
print(add(b=1, a=2))


def kwonly(a, *, b, c=3):
    print(a, b, c)


opts = {"b": 4, "c": 5}
kwonly(1, **opts)
try:
    kwonly(1, **{"c": 5, **{}})
except TypeError as e:
    print(e)
try:
    kwonly(*[1, 2], b=1)
except TypeError as e:
    print(e)
try:
    kwonly(*[1, 2], **opts)
except TypeError as e:
    print(e)
try:
    kwonly(*[1], b=1, **opts)
except TypeError as e:
    print(e)


def outer():
    def inner(x, /, y, z):
        return x + y + z
    return inner


h = outer()
for n in range(5):
    try:
        print(h(*range(n)))
    except TypeError as e:
        print(e)


def dflt(a, b=2, c=3):
    return a, b, c


for n in range(5):
    try:
        print(dflt(*range(n)))
    except TypeError as e:
        print(e)
try:
    dflt(*opts, **opts)
except TypeError as e:
    print(e)
for k in ["a", "q"]:
    try:
        print(dflt(1, **{k: 3}))
    except TypeError as e:
        print(e)

words = ["x", "y"]
print("{}-{}".format(*words))
print("{a}-{b}".format(**{"a": 1, "b": "z"}))
xs = [1, 2]
xs.insert(*[0, 9])
print(xs)
try:
    xs.insert(*[0, 9, 8])
except TypeError as e:
    print(e)
print("a,b".split(*[","]))
m = [[1, 2, 3], [4, 5, 6]]
for col in zip(*m):
    print(col)
print([sum(c) for c in zip(*m)], [list(c) for c in zip(*m)])
print(*m, sep="\n")
print(*(x * x for x in range(4)))
print(*{"a": 1}, *"xy", *range(2))
print(*map(str, xs), sep="+")
print(sum(*[[1, 2, 3]]), sorted(*[[2, 1]]))
t = tuple(xs)
print(max(*t, *xs), dflt(*t))
lam = lambda *a, **k: (a, k)
print(lam(*xs, *t, k=1, **opts))
print(str(*[5]), int(*["12"]), list(*[]))
