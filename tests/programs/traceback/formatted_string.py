def f(n):
    return f"value {n} inverse {1 / n}"


print(f(2))
print(f(0))
