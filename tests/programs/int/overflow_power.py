# naja-only: OverflowError: int ** int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x
def power(a, b):
    return a**b


print(power(3, 39))
print(power(3, 40))
