def attempt(n):
    try:
        if n == 0:
            raise KeyError("k")
        raise ValueError("v")
    except Exception as e:
        print(isinstance(e, KeyError), isinstance(e, LookupError), isinstance(e, ValueError), isinstance(e, (OSError, ValueError)))


attempt(0)
attempt(1)
