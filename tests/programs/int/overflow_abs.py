# naja-only: OverflowError
def show(n):
    print(abs(n))


show(-9223372036854775807)
show(-9223372036854775807 - 1)
