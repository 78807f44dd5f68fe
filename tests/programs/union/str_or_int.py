def label(n):
    if n > 5:
        return "many"
    return n


for n in range(4, 8):
    x = label(n)
    print(x, repr(x), f"{x}", x == "many", x == 5, x * 2)
