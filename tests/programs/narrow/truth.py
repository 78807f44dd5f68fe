def value(n):
    return None if n < 0 else n


def show(n):
    x = value(n)
    if x:
        print(x + 1)
    else:
        print("zero or none", x)
    y = x or 100
    print(y + 1)
    print(x and x * 10)
    if not x:
        return
    print(x - 1)


show(-1)
show(0)
show(7)
