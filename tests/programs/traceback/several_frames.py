def inner(n):
    return 10 // n


def middle(n):
    value = inner(n)
    return value + 1


def outer(n):
    if n > 0:
        print(middle(n))
    else:
        print(middle(n) + 2)


outer(5)
outer(0)
