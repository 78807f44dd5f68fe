def g(n):
    return 1.0 / n


def f(n):
    try:
        return 1 // n
    except ZeroDivisionError:
        return g(n)


f(0)
