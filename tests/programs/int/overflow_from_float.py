# naja-only: OverflowError
def convert(x):
    return int(x)


print(convert(9223372036854774784.0))
print(convert(9223372036854775808.0))
