def value(n):
    return None if n < 0 else n


for n in range(-1, 2):
    x = value(n)
    print(x + 1 if x is not None else "none", "none" if x is None else x + 2, (x if x else 5) + 1)
    print((x is not None and x > 0) or "not positive", x is None or x + 3)
