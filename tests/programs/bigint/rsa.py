import math

P = 2**127 - 1
Q = 2**89 - 1
N = P * Q
E = 65537


def extended(a, b):
    x, y, u, v = 0, 1, 1, 0
    while a != 0:
        q, r = divmod(b, a)
        x, y, u, v, b, a = u, v, x - u * q, y - v * q, a, r
    return b, x, y


PHI = (P - 1) * (Q - 1)
D = pow(E, -1, PHI)
print(D)
print(D * E % PHI)
print(math.gcd(E, PHI), math.gcd(N, P * 30), math.gcd(P - 1, Q - 1), math.gcd(12, 18, N - N + 30))


def encode(text):
    n = N - N
    for c in text:
        n = n * 256 + ord(c)
    return n


def decode(n):
    chars = []
    while n > 0:
        n, c = divmod(n, 256)
        chars.append(chr(c))
    chars.reverse()
    return "".join(chars)


message = "attack at dawn"
m = encode(message)
c = pow(m, E, N)
print(m, c)
print(pow(c, D, N) == m, decode(pow(c, D, N)))
print(pow(3, 10**30, 1000), pow(10**30, 3, 7), pow(2, 100, 10**9), pow(-7, 10**20, 13))
try:
    print(pow(P * 2, -1, P))
except ValueError as e:
    print(e)
try:
    print(pow(P, 2, N - N))
except ValueError as e:
    print(e)


def is_prime(n):
    if n < 4:
        return n > 1
    s, d = 0, n - 1
    while d % 2 == 0:
        s += 1
        d //= 2
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23):
        if n == a:
            return True
        x = pow(a, d, n)
        if x == 1 or x == n - 1:
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print([k for k in range(2, 128) if is_prime(2**64 - 2**64 + 2**k - 1 if k < 60 else (P >> (127 - k)))])
