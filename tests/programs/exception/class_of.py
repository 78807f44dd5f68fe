# The class of an exception is known when the program runs.
def provoke(n):
    if n == 0:
        return 1 // n
    if n == 1:
        raise ValueError("one")
    if n == 2:
        raise KeyError("two")
    return n


for i in range(4):
    try:
        print(provoke(i))
    except Exception as e:
        print(type(e).__name__, e.__class__.__name__, type(e), type(e) is ValueError, type(e) == KeyError)
    except BaseException:
        pass

try:
    raise RecursionError
except RecursionError as e:
    print(type(e), type(e).__name__, type(e) is RecursionError)
x = type(3)
print(x, x.__name__, type("a").__name__, type(None).__name__)
