# Exceptions, their arguments, contexts and tracebacks, while everything moves.


def dig(n):
    if n == 0:
        raise ValueError("at the bottom " + str(n))
    try:
        dig(n - 1)
    except ValueError as e:
        if n % 3 == 0:
            raise KeyError("key " * n) from e
        raise
    except KeyError as e:
        if n % 5 == 0:
            raise ValueError(f"{n}: {e}")
        raise


def tell(e):
    text = str(e) + "!"
    for i in range(5):
        text = text + str(i)
    return text


for n in range(16):
    try:
        dig(n)
    except ValueError as e:
        print("ValueError", tell(e), str(e))
    except KeyError as e:
        print("KeyError", tell(e), str(e))

kept = ValueError("kept")
for i in range(30):
    try:
        try:
            raise kept
        except ValueError as e:
            raise RuntimeError("run " + str(i)) from e
    except RuntimeError as e:
        print(tell(e))

dig(20)
