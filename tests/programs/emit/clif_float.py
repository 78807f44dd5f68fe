def f(x, y):
    return x * x + y * y if x < y else x - y


print(f(1.0, 2.0), f(3.5, 2.5))
print(f(0.0, 0.0))

# emit: clif f
