# A failed comparison teaches nothing about a nan.
def where(x):
    if not x < 10:
        if x >= 10:
            return "at least ten"
        return "neither"
    if x > 0:
        return "between"
    return "small"


nan = 1e309 - 1e309
print(where(5.0), where(50.0), where(-5.0), where(nan), where(7), where(10))


def largest(a, b, c):
    best = a
    if b > best:
        best = b
    if not best >= c:
        best = c
    return best


print(largest(1.0, 2.0, 3.0), largest(nan, 2.0, 3.0), largest(1.0, nan, 0.5), largest(1.0, 2.0, nan))
