def next_value(n):
    if n > 3:
        return None
    return n + 1


x = next_value(0)
while x is not None:
    print(x * 10)
    x = next_value(x)
print(x)
while (y := next_value(2)) is not None:
    print(y + 1)
    break
