from typing import reveal_type


def pair(n):
    return n, str(n)


t = reveal_type(pair(1))  # revealed: tuple[int, str]
a, b = t
reveal_type(a)  # revealed: int
reveal_type(b)  # revealed: str
reveal_type(t + (None,))  # revealed: tuple[int, str, None]
reveal_type(())  # revealed: tuple[()]
reveal_type((t, 1.5))  # revealed: tuple[tuple[int, str], float]
for x in (1, "a"):
    reveal_type(x)  # revealed: int | str
