# Big numbers: factorials, Fibonacci, digits, powers, a square root, pi and e.
from math import isqrt

BIG = 10 ** 30


def factorial(n):
    result = BIG // BIG
    for k in range(2, n + 1):
        result *= k
    return result


def fib(n):
    a, b = BIG - BIG, BIG // BIG
    for _ in range(n):
        a, b = b, a + b
    return a


def digit_sum(n):
    return sum(int(d) for d in str(n))


def pi_digits(n):
    """Machin's formula with integers."""
    unit = (BIG // BIG * 10) ** (n + 10)

    def arctan_inverse(x):
        total = term = unit // x
        k = 3
        sign = -1
        while term:
            term //= x * x
            total += sign * (term // k)
            sign = -sign
            k += 2
        return total

    return 4 * (4 * arctan_inverse(5) - arctan_inverse(239)) // 10 ** 10


f = factorial(100)
print(f)
print(len(str(f)), digit_sum(f), len(str(f)) - len(str(f).rstrip("0")))
print(fib(300), fib(10))
print(2 ** 200, digit_sum(2 ** 1000))
print(pow(BIG + 7, 65537, 10 ** 9 + 7), pow(3, 200, 13))
print(isqrt(2 * BIG ** 2), BIG.bit_length())
text = str(pi_digits(60))
print(text[0] + "." + text[1:])
counts = [0] * 10
for d in str(factorial(200)):
    counts[int(d)] += 1
print(counts, sum(counts))
print(f"{BIG:,} {BIG:e} {-BIG:x}")
print(BIG % 97, -BIG // 7, divmod(BIG, 10 ** 12 + 39), BIG > 2 ** 99, BIG == 10.0 ** 30)
print([n for n in range(1, 10) if factorial(n) % (n + 1) == n])
numbers = {factorial(n): n for n in range(20, 30)}
print(numbers[factorial(25)], factorial(30) in numbers, max(numbers) == factorial(29))


def to_words(n):
    names = ["", "thousand", "million", "billion", "trillion"]
    groups = f"{n:,}".split(",")
    return ", ".join(f"{int(g)} {name}".strip() for g, name in zip(groups, names[len(groups) - 1::-1]) if int(g))


print(to_words(1234567), "|", to_words(5), "|", to_words(10 ** 12 + 1))
