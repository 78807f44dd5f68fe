def f(n):
    x = None
    if n > 0:
        x = n * 0.5
    if x is None:
        return "none"
    return x


print(f(1), f(0))

# emit: types f
