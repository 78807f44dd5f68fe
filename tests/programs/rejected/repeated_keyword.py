def f(a):
    return a


f(a=1, a=2)  # error: E0110 "keyword argument repeated"
