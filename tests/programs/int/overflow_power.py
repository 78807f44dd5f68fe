# naja-only: OverflowError: int ** int does not fit in 64 bits, and big ints are not supported yet
def power(a, b):
    return a**b


print(power(3, 39))
print(power(3, 40))
