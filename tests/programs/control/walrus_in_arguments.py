# A value is read when its turn comes.
x = 1
print(x, (x := 5), x)
i = 5
i += (i := 10)
print(i)


def f():
    n = 1
    t = (n, (n := 2), n, n + (n := 10) + n)
    return t, n


print(f())
a = (b := 3) * b + (b := b + 1) * b
print(a, b)
