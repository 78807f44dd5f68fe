# Floats that are whole, beside ints.
for n in range(50, 63):
    i = 2 ** (n - 1) - 1 + 2 ** (n - 1)
    f = float(i)
    print(n, f, i == f, int(f) == i if f < 9.2e18 else "too large", f + 1 == f, i + 1 == f)
