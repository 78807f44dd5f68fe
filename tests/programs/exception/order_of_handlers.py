# The first handler that fits is taken, the later ones are not tried.
def attempt(n):
    try:
        if n == 0:
            raise KeyError("k")
        if n == 1:
            raise IndexError("i")
        if n == 2:
            raise ZeroDivisionError("z")
        if n == 3:
            raise OverflowError("o")
        if n == 4:
            raise ValueError("v")
        if n == 5:
            raise TypeError("t")
        if n == 6:
            raise RecursionError("r")
        if n == 7:
            raise NotImplementedError("n")
        if n == 8:
            raise KeyboardInterrupt("c")
        print("nothing raised")
    except LookupError as e:
        print("lookup", e)
    except ZeroDivisionError as e:
        print("zero", e)
    except ArithmeticError as e:
        print("arithmetic", e)
    except (ValueError, TypeError) as e:
        print("value or type", e)
    except RuntimeError as e:
        print("runtime", e)
    except Exception as e:
        print("exception", e)
    except BaseException as e:
        print("base", e)


for n in range(10):
    attempt(n)
