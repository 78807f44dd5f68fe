a, b = 1, 2
print(a, b)
a, b = b, a
print(a, b)
(a, b), c = (3, 4), 5
print(a, b, c)
x, (y, (z, w)) = 1, (2, (3, 4))
print(x, y, z, w)
(only,) = (7,)
print(only)
a = b = c = 9
print(a, b, c)
a, b = c, d = 1, 2
print(a, b, c, d)
a, b, c = b, a, a + b
print(a, b, c)
t = (10, "ten", 10.0)
n, word, x = t
print(n, word, x, t)
