def safe_divide(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        return None


def first_positive(a, b):
    for n in (a, b):
        try:
            if n <= 0:
                raise ValueError
            return n
        except ValueError:
            print("skipped", n)
    return 0


print(safe_divide(1, 2), safe_divide(1, 0), first_positive(-1, 5), first_positive(3, -1), first_positive(0, 0))
