def value(n):
    if n == 0:
        return False
    if n == 1:
        return 1.0
    return True


for n in range(3):
    x = value(n)
    print(x, x + 1, x + 0.5, x == 1, x < 0.5, x / 2)
