def f(a, b):
    return divmod(a, b)


f(1, 0)
