def divide(a, b):
    return a // b, a % b


def nothing_or_pair(flag):
    if flag:
        return 1, "one"
    return None


def nested(n):
    return (n, n + 1), (str(n), (n * 0.5,))


q, r = divide(17, 5)
print(q, r, divide(-17, 5))
print(nothing_or_pair(True), nothing_or_pair(False))
(a, b), (c, (d,)) = nested(4)
print(a, b, c, d, nested(1))
