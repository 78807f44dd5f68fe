def show(a, b):
    print(divmod(a, b))


show(7, 2)
show(-7, 2)
show(7, -2)
show(-7, -2)
show(0, 3)
show(9223372036854775807, 10)
show(-9223372036854775807 - 1, 10)


def show_float(a, b):
    print(divmod(a, b))


show_float(7.5, 2.0)
show_float(-7.5, 2.0)
show_float(7.5, -2.0)
show_float(0.0, -2.0)
show_float(-0.0, 2.0)
show_float(1e300, 3.0)
show_float(1.0, 0.1)
print(divmod(7, 2.0), divmod(7.0, 2), divmod(True, 2))
q, r = divmod(100, 7)
print(q, r)
try:
    show(1, 0)
except ZeroDivisionError as e:
    print(e)
try:
    show_float(1.0, 0.0)
except ZeroDivisionError as e:
    print(e)
