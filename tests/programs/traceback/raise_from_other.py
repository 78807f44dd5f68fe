# An explicit cause is shown instead of the context.
def f():
    cause = KeyError("never raised")
    try:
        1 // 0
    except ZeroDivisionError:
        raise ValueError("translated") from cause


f()
