def next_value(n):
    return n * 3 % 17


n = 1
while (n := next_value(n)) != 1:
    print(n, end=" ")
print()
if (half := n / 2) < 1:
    print(half)
print((a := 5) + a, (b := 2) * (b := 3) + b, a, b)
x = (y := 1) + (z := y + 1)
print(x, y, z)
if not (found := next_value(17)):
    print("zero", found)


def scoped():
    if (m := 10) > 5 and (k := m * 2) > 5:
        return m + k


print(scoped())
