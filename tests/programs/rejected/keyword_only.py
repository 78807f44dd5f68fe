def f(a, *, b):
    return a + b


f(1, 2)  # error: E0316 "takes 1 positional argument, but 2 were given"
f(1)  # error: E0316 "misses `b`"
