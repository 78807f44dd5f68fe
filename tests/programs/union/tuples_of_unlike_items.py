def pair(n):
    if n == 0:
        return 1, "one"
    if n == 1:
        return 2.5, None
    return "x", (1, 2)


for n in range(3):
    a, b = pair(n)
    print(a, b, pair(n), pair(n) == (1, "one"))
