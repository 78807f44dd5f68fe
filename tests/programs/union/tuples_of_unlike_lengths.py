def items(n):
    if n == 0:
        return ()
    if n == 1:
        return (1,)
    return 1, 2


def sum_items(t):
    if len(t) == 2:
        a, b = t
        return a + b
    if len(t) == 1:
        (a,) = t
        return a
    return 0


for n in range(3):
    t = items(n)
    print(t, len(t), not t, t == (1,), sum_items(t))
