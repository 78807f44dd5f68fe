from typing import reveal_type


def find(n):
    return n if n > 0 else None


for n in range(2):
    x = find(n)
    reveal_type(x)  # revealed: int | None
    if x:
        reveal_type(x)  # revealed: int
    else:
        # Where it is an int, it is more than 0.
        reveal_type(x)  # revealed: None
    y = x or 2.5
    reveal_type(y)  # revealed: int | float
    while x is not None:
        reveal_type(x)  # revealed: int
        x = find(x - 1)
    reveal_type(x)  # revealed: None
    if isinstance(y, float):
        reveal_type(y)  # revealed: float
    else:
        reveal_type(y)  # revealed: int
