def trace(f):
    return f


@trace  # error: E0201
def f():
    pass
