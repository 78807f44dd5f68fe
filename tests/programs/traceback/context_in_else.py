try:
    try:
        raise KeyError("k")
    except KeyError:
        pass
    x = 1
except ValueError:
    pass
else:
    1 // 0
