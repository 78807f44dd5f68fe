class Called:
    def __call__(self):
        return 1


class Other:
    pass


def f():
    pass


def ask(x):
    return callable(x)


for x in (Called(), Other()):
    print(callable(x))
print(callable(len), callable(3), callable(Other), callable(lambda: 0), callable(f), callable([].append))
print(callable(None), callable("f"), callable(ValueError), callable(int))
print([ask(x) for x in [1, f, "a", Other(), Called()]])
print(str(f).startswith("<function f at 0x"), repr(lambda: 0)[:18])
