def number(n):
    return n if n % 2 else n / 2


t = (number(1), number(2), "x")
print(t, t[0] + t[1])
a, b, c = t
print(a, b, c, (number(3), number(4)) < (number(3), number(6)))
