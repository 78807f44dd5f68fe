# naja-only: OverflowError: int(float) does not fit in 64 bits, and big ints are not supported yet
def convert(x):
    return int(x)


print(convert(9223372036854774784.0))
print(convert(9223372036854775808.0))
