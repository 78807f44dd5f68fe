A = 10**20
ZERO = A - A

print(A**0, A**1, A**2, A**5, (-A) ** 3, (-A) ** 4, ZERO**0, ZERO**5, (ZERO - 1) ** A, (ZERO + 1) ** A)
print(2 ** (ZERO + 100), (-3) ** (ZERO + 41), True ** (ZERO + 3), 7 ** (ZERO + 50))
print(pow(A, 3), pow(2, ZERO + 70), pow(3, 5, ZERO + 7), pow(A, 3, 97), pow(3, A, 101))
print(A**-1, A**-2, (ZERO + 2) ** -3)
print(A**0.5, 2.0 ** (ZERO + 3), A**2.0)
print(-(2**64), -(2**63), 2**63 - 1, -(2**63) - 1, 2**63, 10**30 // 10**29, 3**100 % 1000)
print(2**64 * 2**64, 10**10 * 10**10, 9223372036854775807 + 1, -9223372036854775808 - 1, -9223372036854775808)
print(9223372036854775807, 9223372036854775808, 18446744073709551616, 0xFFFFFFFFFFFFFFFFFFFF, -0x8000000000000001)
x = A
x **= 3
x += 1
x -= 2
x *= 3
x //= 7
x %= 10**15
print(x)
print(round(A), round(A + 55, -1), round(A + 65, -1), round(A + 5551, -3), round(-A - 55, -1), round(A, 2), round(A, -30))
print(round(12345, -2), round(10**25 + 5 * 10**24, -25))
try:
    print(ZERO**-1)
except ZeroDivisionError as e:
    print(e)
