def attempt(n):
    try:
        raise ValueError("value") if n == 0 else KeyError("key")
    except ValueError as e:
        print("value error", e)
    except KeyError as e:
        print("key error", e)


attempt(0)
attempt(1)
