def f(a):
    x = 1 + \
        a // 0
    return x


f(1)
