def attempt(n):
    try:
        try:
            if n == 0:
                raise ValueError("first")
            if n == 1:
                return "returned"
        finally:
            raise KeyError("from finally")
    except KeyError as e:
        return "caught " + str(e)


print(attempt(0), attempt(1), attempt(2))
