def attempt(n):
    try:
        try:
            print(10 // n)
        except ZeroDivisionError as e:
            print("inner", e)
            raise
        finally:
            print("finally")
    except ArithmeticError as e:
        print("outer", e)


attempt(3)
attempt(0)


def other_between():
    try:
        raise ValueError("first")
    except ValueError:
        try:
            raise KeyError("second")
        except KeyError as e:
            print(e)
        raise


try:
    other_between()
except ValueError as e:
    print(e)
