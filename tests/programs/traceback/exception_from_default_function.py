def default():
    raise LookupError("no default")


def f(a=None):
    if a is None:
        a = default()
    return a


print(f(1))
print(f())
