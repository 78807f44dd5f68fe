from functools import cache, lru_cache


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print([fib(n) for n in range(16)], fib(80))


@cache
def factorial(n):
    print("compute", n)
    return n * factorial(n - 1) if n else 1


print(factorial(5), factorial(7), factorial(3))


@cache
def join(a, b):
    print("join", a, b)
    return a + b


print(join("x", "y"), join("x", "y"), join("y", "x"))


@lru_cache
def collatz(n):
    return 0 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


print(max(range(1, 100), key=collatz))


@lru_cache(maxsize=2)
def square(n):
    print("square", n)
    return n * n


print([square(n) for n in [1, 2, 1, 3, 2, 1, 1, 2]])


@lru_cache(maxsize=3)
def name(n):
    print("name", n)
    return str(n)


print("".join([name(n) for n in [1, 2, 3] * 4 + [4, 1, 2, 3, 3, 3, 1, 4, 2] + [1, 2] * 20]))


@lru_cache(maxsize=0)
def never(n):
    print("never", n)
    return n


print(never(1), never(1))


def paths(rows, columns):
    @cache
    def count(r, c):
        return 1 if r == 0 or c == 0 else count(r - 1, c) + count(r, c - 1)

    return count(rows, columns)


print(paths(10, 10))


@cache
def fail(n):
    print("fail", n)
    raise ValueError(n)


for _ in range(2):
    try:
        fail(1)
    except ValueError as e:
        print("ValueError", e)
