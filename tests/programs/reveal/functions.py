from typing import reveal_type


def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def nothing():
    pass


def fails():
    raise ValueError("always")


def maybe(n):
    if n:
        return n * 2


reveal_type(factorial(5))  # revealed: int
reveal_type(nothing())  # revealed: None
maybe(0)
reveal_type(maybe(1))  # revealed: int | None
try:
    fails()
except ValueError as e:
    reveal_type(e)  # revealed: ValueError
    reveal_type(str(e))  # revealed: str
