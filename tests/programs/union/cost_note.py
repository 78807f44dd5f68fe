# A variable of several types works, and costs: a note says so.
def pick(c):
    x = 1  # note: N0360 "int | float"
    if c:
        x = 2.5
    return x


print(pick(True), pick(False))
