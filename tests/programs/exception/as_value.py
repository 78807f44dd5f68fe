# An exception is made in one place and raised in another.
def make(n):
    if n == 0:
        return ValueError("made")
    return KeyError("made", n)


for n in range(2):
    e = make(n)
    try:
        raise e
    except LookupError as caught:
        print("lookup", caught, caught is e)
    except ValueError as caught:
        print("value", caught, caught is e)
x = ValueError("kept")
print(x, repr(x), x.args, x.args == ("kept",))
