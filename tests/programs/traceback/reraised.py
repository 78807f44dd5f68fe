def f(n):
    return 1 // n


def g(n):
    try:
        return f(n)
    except ZeroDivisionError:
        print("seen")
        raise


g(0)
