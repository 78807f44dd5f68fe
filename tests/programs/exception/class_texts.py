class Mine(ValueError):
    class Inner(KeyError):
        pass


for k in range(4):
    try:
        if k == 0:
            raise Mine("a")
        if k == 1:
            raise Mine.Inner("a")
        if k == 2:
            int("x")
        [][k]
    except Exception as e:
        print(type(e), type(e).__name__, e.__class__, [type(e)], repr(e))
