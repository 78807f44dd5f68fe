# naja-only: OverflowError: int + int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x
def total(n, step):
    result = 0
    for i in range(n):
        result += step
    return result


print(total(9, 1000000000000000000))
print(total(10, 1000000000000000000))
