def f(x):
    return isinstance(x, int | float)  # error: E0302 "`isinstance` with a type of `typing` or a union"


print(f(1), f("a"))
