def f(a, b, c=3):
    return a + b + c


f()  # error: E???? "missing 2 required positional arguments"
f(1)  # error: E???? "missing 1 required positional argument"
f(1, 2, 3, 4)  # error: E???? "takes from 2 to 3 positional arguments but 4 were given"
