def f(a, b):
    if (a > 0
            and a // b > 1
            and b > 0):
        return 1
    return 2


f(0, 0)
f(5, 0)
