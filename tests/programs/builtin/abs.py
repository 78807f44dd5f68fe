def show(x):
    print(abs(x))


show(5)
show(-5)
show(0)
show(-9223372036854775807)
print(abs(-2.5), abs(2.5), abs(-0.0), abs(-1e309), abs(True), abs(False), abs(-5) + abs(-0.5))
