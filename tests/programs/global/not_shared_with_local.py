x = "global"


def loop():
    for x in range(3):
        pass
    return x


def parameter(x):
    x += 1
    return x


def handler():
    try:
        raise ValueError("v")
    except ValueError as x:
        print(x)


def walrus():
    if (x := 5) > 3:
        return x


print(loop(), parameter(1), walrus(), x)
handler()
print(x)
