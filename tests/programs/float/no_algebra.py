# Nothing that holds for numbers only, and not for floats, may be simplified.
def show(x):
    print(x - x, x * 0, x * 0.0, x + 0.0, x - 0.0, 0.0 - x, 0 - x, -x, x * 1, x * -1, x == x, x != x, x < x, x <= x)


show(1.5)
show(0.0)
show(-0.0)
show(1e309)
show(-1e309)
show(1e309 - 1e309)
show(5e-324)


def divide(x):
    print(x / x, x // x, x % x, x / 3 * 3 == x, x * (1 / 3) == x / 3, (x + 1) - 1 == x)


divide(1.5)
divide(1e309)
divide(1e309 - 1e309)
divide(1e17)
divide(-7.0)
