def f(a, b, c=3):
    return a, b, c


t = (1, 2)
print(f(*t), f(0, *(1,)), f(*t, c=5), f(*t, *(9,)))
