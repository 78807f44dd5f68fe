import math


def show(n):
    try:
        print(n, math.isqrt(n))
    except ValueError as e:
        print(e)


for n in range(20):
    show(n)
show(9223372036854775807)
show(9223372030926249000)
show(9223372030926249001)
show(4503599761588223)
show(4503599761588224)
show(-1)
