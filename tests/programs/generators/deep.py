def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(400)))


def forever(n):
    yield n
    yield from forever(n + 1)


try:
    for x in forever(0):
        pass
except RecursionError as e:
    print(type(e).__name__)
