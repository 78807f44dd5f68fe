def f(a, b, c=3):
    return a + b + c


f()  # error: E0316 "misses `a` and `b`"
f(1)  # error: E0316 "misses `b`"
f(1, 2, 3, 4)  # error: E0316 "takes 3 positional arguments, but 4 were given"
