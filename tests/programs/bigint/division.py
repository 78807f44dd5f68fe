A = 10**40 + 12345678901234567
B = 10**19 + 51

for a in (A, -A, A - A, B, -B):
    for b in (B, -B, A, B - B + 7, -(B - B + 7)):
        q, r = divmod(a, b)
        print(q, r, a // b == q, a % b == r, q * b + r == a)
for n in (1, -1, 2, -2, 10, -10, 2**31, -(2**31), 4294967296, 9223372036854775807, -9223372036854775808):
    print(A // n, A % n, -A // n, -A % n, divmod(A, n), n // A, n % A, n % -A)
print(A // True, True % A, True // -A)
print(A / B, A / 3, 1 / A, -A / 7, (2**2000) / (2**1990), A / 2.5, 2.5 / A, A // 2.5, A % 2.5)
print(divmod(A, 2.5), A * 0.5, A + 0.5, 0.5 - A, A**0.5, 2.0**-(B - B + 3))


def attempt(f):
    try:
        print(f())
    except ZeroDivisionError as e:
        print("ZeroDivisionError", e)
    except OverflowError as e:
        print("OverflowError", e)


zero = A - A
attempt(lambda: A // zero)
attempt(lambda: A % zero)
attempt(lambda: A / zero)
attempt(lambda: divmod(A, zero))
attempt(lambda: 5 // zero)
attempt(lambda: 5 % zero)
attempt(lambda: 2**5000 / 3)
attempt(lambda: A / 0.0)
attempt(lambda: float(10**400))
attempt(lambda: 10**400 + 0.5)
