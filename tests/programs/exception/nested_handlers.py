def attempt(n):
    try:
        try:
            if n == 0:
                raise ValueError("inner")
            if n == 1:
                raise KeyError("inner")
            if n == 2:
                raise TypeError("inner")
        except ValueError as e:
            print("first", e)
        except KeyError as e:
            print("second", e)
            raise IndexError("from handler")
    except IndexError as e:
        print("outer", e)
    except TypeError as e:
        print("passed through", e)


for n in range(4):
    attempt(n)
