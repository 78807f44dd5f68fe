# naja-only: OverflowError: int * int leaves 64 bits
"""A mask that keeps the sign keeps all bits above it."""


def f(a, mask):
    return (a * a) & mask


print(f(3, 255))
print(f(3, -2))
print(f(9223372036854775807, -256) > 2**64)
