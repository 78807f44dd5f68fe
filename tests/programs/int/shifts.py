def show(a, n):
    print(a, n, a >> n)


def left(a, n):
    print(a, n, a << n)


show(1, 0)
show(1, 1)
show(-1, 1)
show(-1, 63)
show(-1, 64)
show(-1, 1000)
show(-5, 1)
show(5, 1)
show(5, 63)
show(5, 64)
show(5, 9223372036854775807)
show(-5, 9223372036854775807)
show(-9223372036854775807 - 1, 63)
show(9223372036854775807, 62)
left(1, 0)
left(1, 62)
left(-1, 63)
left(-1, 0)
left(0, 63)
left(0, 64)
left(0, 1000)
left(3, 61)
left(-3, 61)
left(-9223372036854775807 - 1, 0)
