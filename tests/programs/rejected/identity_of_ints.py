def same(a, b):
    return a is b  # error: E0304


print(same(1000, 1000))
