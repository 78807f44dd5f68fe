# Gibbons' spigot.
ZERO = 10**20 - 10**20


def digits(count):
    q, r, t = ZERO + 1, ZERO, ZERO + 1
    k, n, l = 1, ZERO + 3, 3
    found = []
    while len(found) < count:
        if 4 * q + r - t < n * t:
            found.append(str(n))
            nr = 10 * (r - n * t)
            n = 10 * (3 * q + r) // t - 10 * n
            q *= 10
            r = nr
        else:
            nr = (2 * q + r) * l
            nn = (q * (7 * k) + 2 + r * l) // (t * l)
            q *= k
            t *= l
            l += 2
            k += 1
            n = nn
            r = nr
    return "".join(found)


print(digits(200))


def machin(places):
    unit = 10 ** (ZERO + places + 10)

    def arctan(x):
        total = term = unit // x
        n = 3
        sign = -1
        while term != 0:
            term //= x * x
            total += sign * (term // n)
            sign = -sign
            n += 2
        return total

    return 4 * (4 * arctan(5) - arctan(239)) // 10**10


print(machin(300))
