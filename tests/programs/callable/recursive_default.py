def gcd(a, b=None):
    if b is None:
        return gcd(a, a)
    return a if b == 0 else gcd(b, a % b)


def power(base, n, acc=1):
    return acc if n == 0 else power(base, n - 1, acc * base)


def count(n, text=""):
    return text if n == 0 else count(n - 1, text + str(n) + " ")


print(gcd(12), gcd(12, 18), power(2, 10), power(1.5, 3), count(12))
