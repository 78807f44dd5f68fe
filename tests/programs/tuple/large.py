# More items than travel in registers.
def make(n):
    return n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7, n + 8, n + 9, n + 10


t = make(1)
a, b, c, d, e, f, g, h, i, j, k = t
print(t, a, k, len(t), t == make(1), t < make(2), make(0)[10])
t = make(a + k)
print(t)
