# naja-only: OverflowError: int + int does not fit in 64 bits, and big ints are not supported yet
def total(n, step):
    result = 0
    for i in range(n):
        result += step
    return result


print(total(9, 1000000000000000000))
print(total(10, 1000000000000000000))
