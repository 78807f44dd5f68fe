class Ignore:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        return t is not None and issubclass(t, KeyError)


class Own(KeyError):
    pass


class Report:
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        if exc_type is None:
            print("fine")
            return False
        print(exc_type.__name__, exc, issubclass(exc_type, (ValueError, Own)), issubclass(exc_type, LookupError))
        return issubclass(exc_type, Exception)


with Ignore():
    {}["k"]
with Ignore():
    raise Own("o")
try:
    with Ignore():
        raise ValueError("v")
except ValueError as e:
    print("passed", e, issubclass(type(e), Exception), issubclass(type(e), KeyError))
with Report():
    pass
with Report():
    raise Own("own")
with Report():
    int("x")
with Report():
    [][1]
print("on")
