# An expression statement is evaluated even if its value is not used.
def attempt(n):
    try:
        10 // n
        print("divided")
    except ZeroDivisionError as e:
        print(e)
    try:
        1.0 / n, 5
        print("divided")
    except ZeroDivisionError as e:
        print(e)
    try:
        int(1e309 * n)
        print("converted")
    except (OverflowError, ValueError) as e:
        print(e)
    try:
        n and 1 // (n - 1)
        print("both")
    except ZeroDivisionError as e:
        print(e)
    "text" + str(n)
    n == 5
    None


attempt(0)
attempt(1)
attempt(2)
