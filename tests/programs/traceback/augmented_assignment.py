def f(n):
    total = 10
    total //= n
    return total


f(0)
