import math

A = 2**200 - 1
B = 3**120


def euclid(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


for a, b in ((A, B), (A * B, B * 7), (-A, A), (A, 0 * A), (0 * A, 0 * A), (A * 35, 21 * B), (-(6**80), 10**80)):
    print(math.gcd(a, b), euclid(a, b) == math.gcd(a, b))
print(math.gcd(), math.gcd(A), math.gcd(True, A), math.gcd(A, 6))
print(math.isqrt(A), math.isqrt(10**40), math.isqrt(10**40 - 1), math.isqrt(A - A))
try:
    math.isqrt(-A)
except ValueError as e:
    print(e)
print(math.floor(A) == A, math.ceil(A) == A, math.trunc(-A) == -A)
print(math.sqrt(10**40), math.fabs(-(10**30)), math.isinf(10**300), math.isnan(A))
try:
    math.sqrt(10**400)
except OverflowError as e:
    print(e)
