def flag(n):
    if n < 2:
        return n == 1
    return n


for n in range(4):
    x = flag(n)
    print(x, x + 1, x == 1, x is True, not x, x * 2, -x, x & 1, x | True, ~x)
