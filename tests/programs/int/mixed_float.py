# An int meets a float: the result is a float.


def show(i, f):
    print(i + f, i - f, i * f, i / f, i // f, i % f)
    print(f + i, f - i, f * i, f / i, f // i, f % i)


show(7, 2.0)
show(-7, 2.5)
show(7, -2.5)
show(1, 0.1)
show(9007199254740993, 1.0)
show(9223372036854775807, 0.5)
show(3, 1e308)
print(2**0.5, 2.0**3, 4**-0.5, 0**0.0, 1**1e309)
