def value(n):
    if n == 0:
        return 5
    if n == 1:
        return "text"
    if n == 2:
        return 2.5
    if n == 3:
        return True
    return None


def describe(x):
    if isinstance(x, bool):
        return "bool " + ("yes" if x else "no")
    if isinstance(x, int):
        return "int " + str(x + 1)
    if isinstance(x, str):
        return "str " + x + str(len(x))
    if isinstance(x, (float, tuple)):
        return "float " + str(x / 2)
    return "none"


for n in range(5):
    print(describe(value(n)))
    x = value(n)
    if isinstance(x, (int, float)) and x > 1:
        print(x - 1)
    if not isinstance(x, str):
        print("not str")
    else:
        print(x + "!")
