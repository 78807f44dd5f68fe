def f(a, b=2):
    return a + b


f(1, c=3)  # error: E???? "unexpected keyword argument 'c'"
f(1, a=2)  # error: E???? "multiple values for argument 'a'"
