def attempt(a, b):
    try:
        print(a**b)
    except OverflowError as e:
        print("OverflowError", e)
    except ZeroDivisionError as e:
        print("ZeroDivisionError", e)


attempt(2.0, 1023.0)
attempt(2.0, 1024.0)
attempt(-2.0, 1025.0)
attempt(10.0, 308.0)
attempt(10.0, 309.0)
attempt(1e200, 2.0)
attempt(0.0, -1.0)
attempt(-0.0, -2.0)
attempt(0.5, -1024.0)
attempt(1e-200, 2.0)
