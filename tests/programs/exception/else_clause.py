# else runs when nothing was raised, and is not guarded itself.
def attempt(n):
    try:
        if n == 0:
            raise ValueError("body")
        print("body", n)
    except ValueError as e:
        print("handler", e)
    else:
        print("else", n)
        if n == 1:
            raise ValueError("else")
    finally:
        print("finally", n)
    return n


for n in range(3):
    try:
        print(attempt(n))
    except ValueError as e:
        print("outside", e)
