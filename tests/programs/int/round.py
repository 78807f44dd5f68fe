# round of an int; a negative number of digits rounds half to even.


def show(n, digits):
    print(round(n, digits))


print(round(5), round(-5), round(0), round(True))
show(1234, 0)
show(1234, 5)
show(1234, -1)
show(1235, -1)
show(1245, -1)
show(-1235, -1)
show(-1245, -1)
show(1250, -2)
show(1350, -2)
show(1251, -2)
show(5, -1)
show(15, -1)
show(6, -1)
show(499, -3)
show(500, -3)
show(501, -3)
show(1500, -3)
show(9223372036854775807, -20)
show(1234, -100)
show(9223372036854775800, -1)
