# naja-only: OverflowError: abs(int) leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x
def show(n):
    print(abs(n))


show(-9223372036854775807)
show(-9223372036854775807 - 1)
