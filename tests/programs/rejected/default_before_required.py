def f(a=1, b):  # error: E0110
    pass
