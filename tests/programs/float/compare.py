def show(a, b):
    print(a == b, a != b, a < b, a <= b, a > b, a >= b)


show(1.0, 2.0)
show(2.0, 1.0)
show(1.5, 1.5)
show(0.1 + 0.2, 0.3)
show(-1e309, 1e309)
show(5e-324, 0.0)
show(1.0, 1.0000000000000002)
