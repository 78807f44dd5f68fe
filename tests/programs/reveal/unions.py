from typing import reveal_type


def pick(n):
    if n == 0:
        return None
    if n == 1:
        return 5
    if n == 2:
        return 2.5
    return "text"


def total(n):
    result = 0
    for i in range(n):
        result += 0.5
    return reveal_type(result)  # revealed: int | float


for n in range(4):
    x = reveal_type(pick(n))  # revealed: int | float | str | None
    if x is None:
        reveal_type(x)  # revealed: None
    elif isinstance(x, str):
        reveal_type(x)  # revealed: str
    else:
        reveal_type(x)  # revealed: int | float
        reveal_type(x * 2)  # revealed: int | float
        reveal_type(x / 2)  # revealed: float
    print(total(n))
