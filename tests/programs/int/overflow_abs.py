# naja-only: OverflowError: abs(int) does not fit in 64 bits, and big ints are not supported yet
def show(n):
    print(abs(n))


show(-9223372036854775807)
show(-9223372036854775807 - 1)
