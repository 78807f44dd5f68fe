# raise e adds the line of the raise to the frames that e has.
def f(n):
    return 1 // n


def g(n):
    try:
        return f(n)
    except ZeroDivisionError as e:
        print("seen")
        raise e


g(0)
