# naja-only: OverflowError: int << int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x
def left(n):
    return 1 << n


print(left(62))
print(left(63))
