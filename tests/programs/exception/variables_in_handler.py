# A handler sees what was assigned before the exception, not after it.
def attempt(n):
    x = 0
    y = "start"
    try:
        x = 1
        y = n
        10 // n
        x = 2
        y = "after"
        10 // (n - 1)
        x = 3.5
    except ZeroDivisionError:
        print(x, y)
    else:
        print("else", x, y)
    finally:
        print("finally", x, y)
    return x


print(attempt(0), attempt(1), attempt(2))
