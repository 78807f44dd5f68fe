def g():
    try:
        yield 1
    finally:
        print("f")


def f():
    it = g()
    next(it)
    it.throw(ValueError("thrown"))


f()
