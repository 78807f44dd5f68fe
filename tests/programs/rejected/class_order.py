class X:
    pass


class Y(X):
    pass


class Z(X, Y):  # error: E0240 "Cannot create a consistent method resolution order (MRO) for bases X, Y"
    pass


class W(X, X):  # error: E0240 "duplicate base class X"
    pass
