# naja-only: OverflowError: int // int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x
def divide(a, b):
    return a // b


print(divide(-9223372036854775807, -1))
print(divide(-9223372036854775807 - 1, -1))
