def f(*args):  # error: E0201
    return args


def g(**kwargs):  # error: E0201
    return kwargs
