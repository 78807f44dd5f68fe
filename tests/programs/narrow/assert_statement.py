def value(n):
    return None if n < 0 else n


def double(n):
    x = value(n)
    assert x is not None
    return x * 2


def half(n):
    x = value(n)
    assert isinstance(x, int), "not an int"
    return x // 2


print(double(4), half(9))
for n in range(-1, 1):
    try:
        print(half(n))
    except AssertionError as e:
        print(e)
