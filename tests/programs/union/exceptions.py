# Exceptions of unlike arguments meet.
def attempt(n):
    try:
        if n == 0:
            raise ValueError(1.5)
        if n == 1:
            raise ValueError("text", 2)
        if n == 2:
            raise KeyError(None)
        raise KeyError
    except (ValueError, KeyError) as e:
        return e


for n in range(4):
    print(attempt(n), repr(attempt(n)), attempt(n).args)
