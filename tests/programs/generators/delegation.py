def inner():
    x = yield 1
    print("inner got", x)
    y = yield 2
    print("inner got", y)
    return x, y


def outer():
    r = yield from inner()
    print("inner returned", r)
    yield from [10, 20]
    yield from "ab"
    z = yield from range(2)
    print(z)
    return "end"


g = outer()
print(next(g))
print(g.send("x"))
print(g.send("y"))
for v in g:
    print(v)


class_tree = [1, [2, [3, 4], []], [[5]], 6]


def tree(depth, label):
    if depth == 0:
        yield label
        return
    yield from tree(depth - 1, label * 2)
    yield label
    yield from tree(depth - 1, label * 2 + 1)


print(list(tree(3, 1)))


def catches():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("inner caught", e)
        yield 3
    return "r"


def delegates():
    r = yield from catches()
    print("r", r)
    yield 4


g = delegates()
print(next(g))
print(g.throw(ValueError("v")))
print(next(g))
print(next(g, "over"))


def cleans(name):
    try:
        yield name
    finally:
        print("close", name)


def both():
    try:
        yield from cleans("a")
    finally:
        print("close both")


g = both()
next(g)
g.close()
g = both()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print("KeyError", e)


def permutations(xs):
    if not xs:
        yield []
        return
    for i in range(len(xs)):
        for rest in permutations(xs[:i] + xs[i + 1:]):
            yield [xs[i]] + rest


print(list(permutations([1, 2, 3])))


def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a, c
        yield from hanoi(n - 1, b, a, c)


print(list(hanoi(3, "A", "B", "C")))
print(sum(1 for _ in hanoi(10, "A", "B", "C")))
