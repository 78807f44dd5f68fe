def total(a, b, c, d, e, f, g, h, i, j, k=11, l=12, m=13.5, n="n", o=None):
    print(n, o)
    return a + b * 2 - c + d * e - f + g - h + i * j + k - l + m


print(total(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
print(total(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 0, 0, "last", (1, 2)))
print(total(10, 9, 8, 7, 6, 5, 4, 3, 2, 1, o=5, n=1.5))
