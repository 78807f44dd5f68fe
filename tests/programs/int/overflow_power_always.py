# naja-only: OverflowError: int ** int does not fit in 64 bits, and big ints are not supported yet
# It is known beforehand that this power leaves 64 bits, and nobody needs it.
def f():
    b = 1000001099511627779
    c = b**3
    print("after")


print("before")
f()
