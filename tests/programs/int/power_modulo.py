# pow with three arguments.


def show(a, b, m):
    print(pow(a, b, m))


show(2, 10, 1000)
show(3, 1000000, 1000000007)
show(3, 1000000, -1000000007)
show(-3, 3, 7)
show(5, 0, 1)
show(5, 0, 7)
show(0, 0, 7)
show(9223372036854775807, 2, 1000000007)
show(123456789, 987654321, 4611686018427387847)
show(9223372036854775806, 9223372036854775807, 9223372036854775783)
try:
    show(2, 3, 0)
except ValueError as e:
    print(e)
print(pow(2, 5), pow(2.0, 5), pow(-2, 3))
