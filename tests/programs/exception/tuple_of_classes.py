def attempt(n):
    try:
        if n == 0:
            raise KeyError("k")
        if n == 1:
            raise ValueError("v")
        if n == 2:
            raise TypeError("t")
    except (KeyError, ValueError) as e:
        print("pair", repr(e))
    except (TypeError,):
        print("single")
    else:
        print("none")


for n in range(4):
    attempt(n)
