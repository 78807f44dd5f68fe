# naja-only: OverflowError: int // int does not fit in 64 bits, and big ints are not supported yet
def divide(a, b):
    return a // b


print(divide(-9223372036854775807, -1))
print(divide(-9223372036854775807 - 1, -1))
