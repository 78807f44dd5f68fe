def f():
    return super().f()  # error: E0241 "super(): no arguments"


f()
