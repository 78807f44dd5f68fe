a, b = 0, 1
for i in range(20):
    print(a, end=" ")
    a, b = b, a + b
print()
x, y, z = 1, "two", 3.0
for i in range(4):
    x, y, z = y, z, x
    print(x, y, z)
