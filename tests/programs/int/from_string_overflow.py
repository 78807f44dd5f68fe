# naja-only: OverflowError: int(str) does not fit in 64 bits, and big ints are not supported yet
def parse(s):
    return int(s)


print(parse("9223372036854775807"))
print(parse("9223372036854775808"))
