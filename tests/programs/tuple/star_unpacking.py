a, *b = 1, 2, 3
t = (*(1, 2), 3)
print(a, b, t)
*c, d = "xyz"
e, *f, g = [1, 2]
print(c, d, e, f, g)
try:
    h, *i, j = (1,)
except ValueError as error:
    print(error)
