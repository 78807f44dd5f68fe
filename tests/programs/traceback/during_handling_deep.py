# A chain of three, the first one first.
def first():
    raise KeyError("first")


def second():
    try:
        first()
    except KeyError:
        raise ValueError("second")


def third():
    try:
        second()
    except ValueError:
        raise RuntimeError("third")


third()
