a = (1, "x")
b = (2.5,)
print(a + b, b + a, a + (), () + (), a + b + a)
print(a * 2, 3 * b, a * 0, a * -1, () * 5)
a += b
print(a, len(a))
