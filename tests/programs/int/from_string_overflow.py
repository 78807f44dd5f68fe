# naja-only: OverflowError
def parse(s):
    return int(s)


print(parse("9223372036854775807"))
print(parse("9223372036854775808"))
