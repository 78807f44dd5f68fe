def show(n):
    print(n, str(n), repr(n), f"{n}", len(str(n)))


show(0)
show(-0)
show(7)
show(-7)
show(10)
show(-10)
show(99)
show(100)
show(1000000000)
show(4294967296)
show(999999999999999999)
show(1000000000000000000)
show(9223372036854775807)
show(-9223372036854775807)
show(-9223372036854775807 - 1)
