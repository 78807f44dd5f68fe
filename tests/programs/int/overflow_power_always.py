# naja-only: OverflowError: int ** int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x
# It is known beforehand that this power leaves 64 bits, and nobody needs it.
def f():
    b = 1000001099511627779
    c = b**3
    print("after")


print("before")
f()
