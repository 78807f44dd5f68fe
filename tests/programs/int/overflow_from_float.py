# naja-only: OverflowError: int(float) leaves 64 bits
def convert(x):
    return int(x)


print(convert(9223372036854774784.0))
print(convert(9223372036854775808.0))
