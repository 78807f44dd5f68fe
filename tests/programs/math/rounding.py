import math


def show(x):
    print(x, math.floor(x), math.ceil(x), math.trunc(x), math.fabs(x))


show(1.5)
show(-1.5)
show(0.5)
show(-0.5)
show(2.0)
show(-2.0)
show(-0.0)
show(1e15)
show(4503599627370497.5)
show(-4503599627370497.5)
show(9223372036854774784.0)
show(-9223372036854775808.0)
show(5e-324)
show(-5e-324)
print(math.floor(7), math.ceil(-7), math.trunc(7), math.fabs(-7), math.floor(True))


def attempt(x):
    try:
        print(math.floor(x))
    except ValueError as e:
        print("ValueError", e)
    except OverflowError as e:
        print("OverflowError", e)
    try:
        print(math.ceil(x))
    except ValueError as e:
        print("ValueError", e)
    except OverflowError as e:
        print("OverflowError", e)


attempt(1e309)
attempt(-1e309)
attempt(1e309 - 1e309)
