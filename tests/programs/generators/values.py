def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def letters(text):
    for c in text:
        yield c


gens = [count(2), count(3), count(1)]
for g in gens:
    print(list(g))
table = {"a": count(2), "b": count(4)}
print({k: sum(g) for k, g in table.items()})


def choose(flag):
    if flag:
        return count(3)
    return (x * 10 for x in range(3))


for flag in (True, False):
    for x in choose(flag):
        print(x)
queue = [count(3), count(1), count(2)]
while queue:
    g = queue.pop(0)
    try:
        print(next(g))
    except StopIteration:
        continue
    queue.append(g)


def total(xs):
    t = 0
    for x in xs:
        t += x
    return t


print(total(count(4)), total([1, 2]), total(range(3)), total(x for x in (5, 6)))


def show(xs):
    for x in xs:
        print(x, end=" ")
    print()


show(count(3))
show(letters("abc"))
show([1.5, 2.5])
maybe = None
for i in range(3):
    if maybe is None:
        maybe = count(2)
    print(next(maybe, "end"))
if maybe:
    print("generators are true")
g = count(3)
h = g
print(g is h, g == h, g is count(3))
print(next(g), next(h))


def make(n):
    def inner():
        for i in range(n):
            yield i * n
    return inner


print(list(make(3)()), list(make(4)()))


def counter():
    n = 0

    def bump():
        nonlocal n
        while True:
            n += 1
            yield n
    return bump()


c = counter()
print(next(c), next(c), next(c))


def defaults(n=2, *rest, step=1, **named):
    yield n
    yield rest
    yield step
    yield sorted(named)


for x in defaults():
    print(x)
for x in defaults(1, 2, 3, step=4, z=5, y=6):
    print(x)
