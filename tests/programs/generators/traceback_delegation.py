def inner(n):
    for i in range(n):
        yield 10 // (2 - i)


def outer(n):
    yield 0
    yield from inner(n)


def use():
    for x in outer(5):
        print(x)


use()
