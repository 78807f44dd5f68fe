def f(x):
    return int(x)


print(f(1.5))
f(1e309 - 1e309)
