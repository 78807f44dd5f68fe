# naja-only: OverflowError
def left(n):
    return 1 << n


print(left(62))
print(left(63))
