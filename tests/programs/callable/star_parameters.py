def f(*args):
    return args


def g(**kwargs):
    return kwargs


def h(a, *rest, sep="-", **others):
    return a, rest, sep, others


print(f(), f(1), f(1, "a"))
print(g(), g(x=1, y=2))
print(h(1), h(1, 2, 3, sep="+", z=0))
