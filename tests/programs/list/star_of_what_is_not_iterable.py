# The message for a star in a display.
def f(c):
    x = [1, 2] if c else 5
    try:
        print([*x])
    except TypeError as e:
        print(e)
    try:
        print((*x, 1))
    except TypeError as e:
        print(e)
    try:
        print({*x})
    except TypeError as e:
        print(e)
    try:
        a, *b = x
        print(a, b)
    except TypeError as e:
        print(e)
f(True)
f(False)
