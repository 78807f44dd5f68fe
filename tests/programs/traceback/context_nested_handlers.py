try:
    try:
        1 // 0
    except ZeroDivisionError:
        try:
            raise KeyError("second")
        except KeyError:
            print("handled second")
        raise ValueError("third")
except TypeError:
    print("never")
