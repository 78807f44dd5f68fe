# What was learned about a variable ends where it is bound again.
def value(n):
    return None if n < 0 else n


def show(n):
    x = value(n)
    if x is None:
        x = 0
    print(x + 1)
    x = value(n - 10)
    print(x)
    if x is not None:
        x = value(n - 20)
    print(x)


show(-1)
show(5)
show(15)
show(25)
