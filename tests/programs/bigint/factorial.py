import math

BIG = 2**64


def big(n):
    return n + BIG - BIG


def factorial(n):
    result = big(1)
    for i in range(2, n + 1):
        result *= i
    return result


for n in (0, 1, 5, 20, 21, 50, 200):
    print(n, factorial(n))
    print(factorial(n) == math.factorial(big(n)))
print(math.factorial(20))
print(len(str(factorial(1000))))
print(math.factorial(big(30)) // math.factorial(big(28)))
print(math.comb(10, 3), math.comb(62, 31), math.comb(5, 7), math.comb(0, 0), math.comb(40, True))
print(math.perm(10, 3), math.perm(5), math.perm(5, None), math.perm(20, 20), math.perm(3, 4))
print(math.comb(big(200), 100))
print(math.perm(big(40), 30), math.perm(big(25)))
for n, k in ((-1, 2), (3, -1)):
    try:
        print(math.comb(n, k))
    except ValueError as e:
        print(e)
    try:
        print(math.perm(n, k))
    except ValueError as e:
        print(e)
try:
    print(math.factorial(-1))
except ValueError as e:
    print(e)
try:
    print(math.factorial(big(-1)))
except ValueError as e:
    print(e)
