def value(n):
    if n == 0:
        return None
    if n == 1:
        return True
    if n == 2:
        return 7
    if n == 3:
        return 2.5
    if n == 4:
        return "text"
    if n == 5:
        return (1, "a")
    return ()


def show(x):
    print(x, repr(x), f"{x}", bool(x), x is None, x == 7, x == "text", x == (1, "a"), x == 1)


for n in range(7):
    show(value(n))
for i in range(7):
    for j in range(7):
        print("=" if value(i) == value(j) else ".", end="")
    print()
