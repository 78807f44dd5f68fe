# naja-only: OverflowError: int - int does not fit in 64 bits, and big ints are not supported yet
def negate(n):
    return -n


print(negate(-9223372036854775807))
print(negate(-9223372036854775807 - 1))
