# What a loop may change cannot be read before it; what is checked in it cannot be read too early.
def grow_while_reading(xs, n):
    t = 0
    for i in range(n):
        t += xs[i]
        if i % 3 == 0:
            xs.append(t % 7)
    return t


def shrink(xs):
    t = 0
    i = 0
    while i < len(xs):
        t = t * 3 + xs[i]
        if xs[i] % 2 == 0:
            xs.pop()
        i += 1
        t %= 1000003
    return t


def alias(a, b, n):
    t = 0
    for i in range(n):
        a[i] = b[n - 1 - i] + i
        t += b[i]
        if i == 2:
            b.append(100)
    return t + len(a)


def past_the_end(xs, n):
    t = 0
    try:
        for i in range(n):
            t += xs[i]
    except IndexError as e:
        print("caught", e, t)
    return t


def negative(xs, n):
    t = 0
    for i in range(-n, n):
        t = t * 2 + xs[i]
    return t


def row(m, r, n):
    t = 0
    for k in range(n):
        t += m[r][k]
        if k == 1:
            m[r] = [5, 6, 7, 8, 9]
    return t


def row_fixed(m, r, n):
    t = 0
    for k in range(n):
        t += m[r][k] * (k + 1)
    return t


def may_be_none(xs, n):
    t = 0
    for i in range(n):
        if xs is not None:
            t += xs[i]
        else:
            t -= 1
    return t


def divide(xs, d, n):
    t = 0
    for i in range(n):
        t += xs[i] // d + xs[i] % d
    return t


def nested(m):
    t = 0
    for r in m:
        for x in r:
            if x == 3:
                r[0] += 1
            t += x * len(r)
    return t


global_xs = [1, 2, 3]


def global_change():
    global_xs.append(9)
    return len(global_xs)


def over_global(n):
    t = 0
    for i in range(n):
        t += global_xs[i]
        if i < 2:
            t += global_change()
    return t


def fill(n):
    out = []
    for i in range(n):
        out.append([i, i * i])
    t = 0
    for p in out:
        t += p[0] * p[1]
    return t


print(grow_while_reading([1, 2, 3, 4], 6))
print(grow_while_reading([1, 2, 3, 4], 4))
try:
    print(grow_while_reading([1], 20))
except IndexError as e:
    print("E", e)
print(shrink([1, 2, 3, 4, 5, 6, 7, 8, 9]))
print(shrink([2, 2, 2]))
xs = [1, 2, 3, 4, 5]
print(alias(xs, xs, 5), xs[0], xs[4])
print(alias([0, 0, 0, 0], [4, 3, 2, 1], 4))
print(past_the_end([1, 2, 3], 5), past_the_end([1, 2, 3], 3), past_the_end([], 0), past_the_end([], 1))
print(negative([1, 2, 3], 3))
try:
    print(negative([1, 2, 3], 4))
except IndexError as e:
    print("E", e)
print(row([[1, 2, 3, 4, 5], [0]], 0, 5))
print(row_fixed([[1, 2, 3], [4, 5, 6]], 1, 3))
try:
    print(row_fixed([[1, 2, 3], [4, 5]], 1, 3))
except IndexError as e:
    print("E", e)
try:
    print(row_fixed([[1, 2, 3]], 1, 3))
except IndexError as e:
    print("E", e)
print(row_fixed([[1]], 7, 0))
print(may_be_none([1, 2, 3], 3), may_be_none(None, 3))
print(divide([7, -7, 9], 3, 3), divide([7, -7, 9], 0, 0))
try:
    print(divide([7, -7, 9], 0, 3))
except ZeroDivisionError as e:
    print("E", e)
print(nested([[1, 2, 3], [3, 3], [4]]))
print(over_global(5))
print(fill(10))
print(row_fixed([[1, 2, 3]], 1, 3))
