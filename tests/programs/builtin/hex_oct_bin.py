def show(n):
    print(hex(n), oct(n), bin(n))


show(0)
show(1)
show(-1)
show(255)
show(-256)
show(9223372036854775807)
show(-9223372036854775807 - 1)
print(hex(True), bin(False))
