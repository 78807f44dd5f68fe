def a(n):
    return b(n) + 1


def b(n):
    return c(n) * d(n)


def c(n):
    return n


def d(n):
    return n % (n - n)


print(a(1))
