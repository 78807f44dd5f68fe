# str and repr with no, one and two arguments.
def show(e):
    print("[" + str(e) + "]", repr(e), e.args)


show(ValueError())
show(ValueError("message"))
show(ValueError("a", "b"))
show(ValueError("a", 1, None))
show(ValueError(""))
show(ValueError(5))
show(ValueError(None))
show(ValueError((1, 2)))
show(ValueError("it's"))
show(KeyError())
show(KeyError("key"))
show(KeyError(5))
show(KeyError("a", "b"))
show(IndexError("index"))
show(Exception("é\n"))
show(ZeroDivisionError(1.5))
show(StopIteration())
show(AssertionError(True))
