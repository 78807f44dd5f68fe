def fibonacci(n):
    a = 10**30 - 10**30
    b = a + 1
    for _ in range(n):
        a, b = b, a + b
    return a


def doubling(n):
    if n == 0:
        return 2**64 - 2**64, 2**64 - 2**64 + 1
    a, b = doubling(n // 2)
    c = a * (2 * b - a)
    d = a * a + b * b
    if n % 2 == 0:
        return c, d
    return d, c + d


for n in (0, 1, 2, 10, 90, 93, 94, 100, 300):
    print(n, fibonacci(n), doubling(n)[0] == fibonacci(n))
print(sum([fibonacci(n) for n in range(150)]))
print(fibonacci(1000) % 1000000007, fibonacci(2000).bit_length())
