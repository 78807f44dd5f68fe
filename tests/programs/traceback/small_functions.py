# Functions that are worth inlining keep their frames.
def a(x):
    return b(x)


def b(x):
    return c(x)


def c(x):
    return 1 // x


def loop():
    total = 0
    for i in range(3, -1, -1):
        total += a(i)
    return total


print(loop())
