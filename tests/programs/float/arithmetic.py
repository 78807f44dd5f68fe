def show(a, b):
    print(a + b, a - b, a * b, a / b, -a, +b)


show(1.5, 2.25)
show(0.1, 0.2)
show(-0.0, 1.0)
show(1e308, 10.0)
show(1e-308, 1e10)
show(5e-324, 2.0)
show(1e16, 1.0)
show(1e308, 1e308)
show(1e200, -1e-200)
