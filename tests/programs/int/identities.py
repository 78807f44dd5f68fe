# What an optimiser may simplify.
def show(x):
    print(x - x, x * 0, x + 0, x * 1, x // 1, x % 1, x**0, x**1, x & x, x | x, x ^ x, x & 0, x | 0, x << 0, x >> 0, 0 - x + x, -(-x))


show(0)
show(1)
show(-7)
show(9223372036854775807)
show(-9223372036854775807)
