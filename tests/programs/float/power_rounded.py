# Powers that have to be rounded.


def show(a, b):
    print(a, b, a**b)


show(2.0, 0.5)
show(3.0, 0.5)
show(10.0, -3.0)
show(10.0, 308.0)
show(10.0, -300.0)
show(1.1, 10.0)
show(1.1, 1000.0)
show(0.9, 100.0)
show(2.5, 3.7)
show(1.0000001, 10000000.0)
show(7.3, -2.2)
show(0.1, 0.1)
show(123.456, 5.5)
show(1e-300, 0.3)
show(2.718281828459045, 3.141592653589793)
show(1.01, 365.0)
show(1e300, 1.02)
x = 1.5
for i in range(20):
    print(x**i, i**0.5, (i + 1) ** -0.5)
