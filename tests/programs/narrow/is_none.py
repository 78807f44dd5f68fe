def value(n):
    return None if n < 0 else n


def show(n):
    x = value(n)
    if x is None:
        print("none")
    else:
        print(x + 1)
    if x is not None:
        print(x * 2)
    if not x is None and x > 2:
        print("more than two", x - 2)
    if x is None or x > 2:
        print("none or more than two")
    print(0 if x is None else x % 2)
    if x == None:
        print("equal to none")
    elif x != None:
        print(x // 2)


show(-1)
show(0)
show(5)
