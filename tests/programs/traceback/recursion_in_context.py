def down(n):
    try:
        if n == 0:
            1 // n
        down(n - 1)
    except ValueError:
        print("never")


try:
    down(5)
except ZeroDivisionError as e:
    raise RuntimeError("after recursion") from e
