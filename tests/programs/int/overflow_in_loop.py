# naja-only: OverflowError: int * int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x
# The range of i is known, and the product still too large in the end.
for i in range(4):
    x = i * 4000000000000000000
    print(x)
