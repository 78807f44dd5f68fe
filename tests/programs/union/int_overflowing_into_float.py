# Exact as ints as long as they are ints.
def grow(n):
    x = 9007199254740993
    for i in range(n):
        if i == 2:
            x = x * 1.0
        x = x + 2
    return x


for n in range(5):
    print(grow(n))
