# naja-only: OverflowError: int << int does not fit in 64 bits, and big ints are not supported yet
def left(n):
    return 1 << n


print(left(62))
print(left(63))
