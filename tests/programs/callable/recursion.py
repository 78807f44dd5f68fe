def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def digits(n):
    if n < 10:
        return str(n)
    return digits(n // 10) + "," + str(n % 10)


print(factorial(20), fib(18), ackermann(2, 3), digits(1234567))
