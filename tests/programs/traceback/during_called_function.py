# The context is what was being handled when it was raised, in whatever function.
def fail():
    raise KeyError("in function")


def f():
    try:
        raise ValueError("outer")
    except ValueError:
        fail()


f()
