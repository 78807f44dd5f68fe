# Handlers at many depths of a recursion.
def dive(n, log):
    try:
        if n == 0:
            raise KeyError(log)
        return dive(n - 1, log + str(n)) + 1
    except KeyError as e:
        if n % 3 == 2:
            raise ValueError(log) from e
        raise
    except ValueError as e:
        if n % 3 == 1:
            return len(str(e)) * 100
        raise KeyError(log + "!")
    finally:
        print(n, end=" ")


for n in range(8):
    try:
        print("->", dive(n, "<"))
    except (KeyError, ValueError) as e:
        print("->", repr(e))
