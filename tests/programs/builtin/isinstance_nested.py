def one_of(n):
    return 1 if n == 0 else 2.5 if n == 1 else "text" if n == 2 else None


for n in range(4):
    x = one_of(n)
    print(isinstance(x, (str, (int, bool))), isinstance(x, object), isinstance(x, (float, str)), isinstance(x, ()))
