# Results that only just fit.
high = 9223372036854775807
print(high + 0, high - 1 + 1, high * 1, -high, -high - 1, high // 2 + high // 2 + 1)
print(4294967296 * 2147483647, -4294967296 * 2147483648, 3037000499 * 3037000499)


def sum_to(n):
    total = 0
    for i in range(n + 1):
        total += i
    return total


print(sum_to(100000), (high - 5) + 5, high - high)
