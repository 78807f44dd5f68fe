n = 100
n += 7
n -= 2
n *= 3
print(n)
n //= 4
print(n)
n %= 50
print(n)
n **= 2
print(n)
n <<= 3
n >>= 1
print(n)
n |= 5
n &= 0xFF
n ^= 0x0F
print(n)
n /= 2
print(n)
n += 1
print(n)
