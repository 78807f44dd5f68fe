# Only where a handler is in scope does an operation that may raise end its block.
def f(a, b):
    x = a // b
    try:
        x = a // (b - 1)
    except ZeroDivisionError as e:
        print(e)
    finally:
        print("finally")
    return x


print(f(6, 2), f(6, 1))

# emit: flow f
