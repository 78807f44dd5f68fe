def attempt(n):
    try:
        raise ValueError("cause")
    except ValueError as e:
        if n == 0:
            raise KeyError("effect") from e
        if n == 1:
            raise KeyError("no cause") from None
        raise KeyError("other cause") from IndexError("made here")


for n in range(3):
    try:
        attempt(n)
    except KeyError as e:
        print(repr(e))
