# naja-only: OverflowError: int(str) leaves 64 bits; write int(s, 10 + 2**64 - 2**64) for a big int
def parse(s):
    return int(s)


print(parse("9223372036854775807"))
print(parse("9223372036854775808"))
