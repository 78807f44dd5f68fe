a = (1, "x")
b = (2.5,)
print(a + b, b + a, a + (), () + (), a + b + a)
a += b
print(a, len(a))
