def fail(n):
    if n == 0:
        raise ValueError("bottom")
    fail(n - 1)


def middle():
    try:
        fail(5)
    except ValueError as e:
        raise KeyError("middle") from e


def top():
    try:
        middle()
    except KeyError as e:
        return e
    return None


e = top()
print(repr(e))
