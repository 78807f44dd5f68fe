def f(x):
    return x % 0.0


f(1.5)
