def f(a, *, b):
    return a + b


f(1, 2)  # error: E????
f(1)  # error: E???? "missing 1 required keyword-only argument: 'b'"
