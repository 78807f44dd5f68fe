def value(n):
    return None if n < 0 else n


def double(n):
    x = value(n)
    if x is None:
        return "no value"
    return x * 2


def checked(n):
    x = value(n)
    if x is None:
        raise ValueError("no value")
    y = x + 1
    assert y > 0
    return y


print(double(3), double(-3), checked(4))
try:
    checked(-1)
except ValueError as e:
    print(e)
