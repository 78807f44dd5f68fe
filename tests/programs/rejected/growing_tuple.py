def f(*args):
    return args if len(args) > 5 else f(args)  # error: E0303


print(f(1))
