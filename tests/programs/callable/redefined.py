# A parameter and a local may change their types.
def change(x):
    print(x)
    x = str(x) + "!"
    print(x, len(x))
    x = len(x) * 0.5
    print(x)
    x = None
    print(x)
    return x


print(change(5))
