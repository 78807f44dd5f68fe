# The second one raises again, and for itself.
def attempt(a, b):
    try:
        x = a // b
        print("first", x)
    except ZeroDivisionError:
        print("first failed")
    try:
        y = a // b
        print("second", y, a // b == y)
    except ZeroDivisionError:
        print("second failed")
    if b == 0:
        b = 1
    print(a // b)


attempt(7, 2)
attempt(7, 0)
