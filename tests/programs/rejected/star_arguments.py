def f(a, b):
    return a + b


t = (1, 2)
print(f(*t))  # error: E0201
