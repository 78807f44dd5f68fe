# naja-only: OverflowError: int - int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x
def negate(n):
    return -n


print(negate(-9223372036854775807))
print(negate(-9223372036854775807 - 1))
