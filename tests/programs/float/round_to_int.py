# round without digits gives an int; a tie goes to the even one.


def show(x):
    print(x, round(x), round(-x))


show(0.5)
show(1.5)
show(2.5)
show(3.5)
show(0.49999999999999994)
show(0.5000000000000001)
show(1.2)
show(1.7)
show(4503599627370495.5)
show(4503599627370496.5)
show(4503599627370497.5)
show(9007199254740993.0)
show(9223372036854774784.0)
show(0.0)


def attempt(x):
    try:
        print(round(x))
    except ValueError as e:
        print("ValueError", e)
    except OverflowError as e:
        print("OverflowError", e)


attempt(1e309)
attempt(-1e309)
attempt(1e309 - 1e309)
