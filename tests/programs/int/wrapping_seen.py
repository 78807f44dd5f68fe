# naja-only: OverflowError: int * int leaves 64 bits
"""An object's method sees the operand as it is."""


class Odd:
    def __radd__(self, other):
        print(other)
        return other


def f(a, b, odd):
    return ((a * b) + odd) & 0xFF


print(f(3, 5, Odd()))
print(f(9223372036854775807, 5, Odd()))
