# sep and end may be None or str, known only at run time.
def choose(flag):
    return ", " if flag else None


for flag in range(2):
    print(1, 2, 3, sep=choose(flag == 1))
    print("x", end=choose(flag == 0))
print()
