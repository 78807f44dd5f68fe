def f(a, b):
    try:
        x = a // b
    except ZeroDivisionError:
        x = None
    y = a // b
    return x, y


print(f(1, 1))
f(1, 0)
