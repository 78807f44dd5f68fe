# naja-only: OverflowError: int * int does not fit in 64 bits, and big ints are not supported yet
# The range of i is known, and the product still too large in the end.
for i in range(4):
    x = i * 4000000000000000000
    print(x)
