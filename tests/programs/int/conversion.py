print(int(), int(0), int(7), int(True), int(False))
print(int(1.9), int(-1.9), int(0.5), int(-0.5), int(-0.0), int(1e15), int(-1e15))
print(int(4503599627370497.5), int(9007199254740992.0), int(9223372036854774784.0), int(-9223372036854775808.0))


def attempt(x):
    try:
        print(int(x))
    except ValueError as e:
        print("ValueError", e)
    except OverflowError as e:
        print("OverflowError", e)


attempt(2.5)
attempt(1e309)
attempt(-1e309)
attempt(1e309 - 1e309)
