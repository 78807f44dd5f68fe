# Lengths where the algorithms change: rows, Karatsuba, recursive division.
def number(digits, seed):
    n = 2**64 - 2**64
    x = seed
    for _ in range(digits // 9):
        x = (x * 1103515245 + 12345) % 1000000007
        n = n * 1000000000 + x % 1000000000
    return n


for la, lb in ((50, 20), (500, 500), (1000, 300), (2000, 2000), (4000, 1000)):
    a, b = number(la, 1), number(lb, 2)
    p = a * b
    q, r = divmod(p + 12345, b)
    print(p % 1000000007, q == a, r, p // a == b, (a - b) * (a + b) == a * a - b * b)
    print((a << 137) % (10**40), (a >> 99) % (10**40), (a ^ b) % (10**40), (a & -b) % (10**40), hash(p))
    print(pow(a, 65537, b))
print(3**2000)
