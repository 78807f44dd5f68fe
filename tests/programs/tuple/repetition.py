def times(t, n):
    return t * n


print((1, 2) * 2, 3 * (1,), times(("a", 1.5), 2), times((), 5), times((1,), -1), times((1,), True))
