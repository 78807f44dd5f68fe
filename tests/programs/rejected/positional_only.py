def f(a, /, b):
    return a + b


f(a=1, b=2)  # error: E0316 "`a` by position only"
