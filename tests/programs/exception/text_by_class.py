# Some classes have a text of their own.
def show(n):
    try:
        if n == 0:
            raise KeyError("k")
        if n == 1:
            raise KeyError
        if n == 2:
            raise SyntaxError
        if n == 3:
            raise IndentationError("dent")
        if n == 4:
            raise KeyError("a", 2)
        if n == 5:
            raise ValueError()
        print(1e200**2)
    except Exception as e:
        print(str(e), repr(e), e.args, len(e.args))


for n in range(7):
    show(n)
