def run(n):
    try:
        try:
            print("inner", n)
            if n == 1:
                raise ValueError("v")
            if n == 2:
                return "from inner"
            if n == 3:
                raise KeyError("k")
        except ValueError:
            print("handler")
            if n == 1:
                return "from handler"
        else:
            print("else")
        finally:
            print("inner finally")
        print("between")
    finally:
        print("outer finally")
    return "end"


for n in range(4):
    try:
        print(run(n))
    except KeyError as e:
        print("outside", e)
