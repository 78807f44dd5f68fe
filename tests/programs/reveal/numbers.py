from typing import reveal_type


def show(n, x, flag):
    reveal_type(n)  # revealed: int
    reveal_type(x)  # revealed: float
    reveal_type(flag)  # revealed: bool
    reveal_type(n + n)  # revealed: int
    reveal_type(n + x)  # revealed: float
    reveal_type(n / n)  # revealed: float
    reveal_type(n // x)  # revealed: float
    reveal_type(flag + flag)  # revealed: int
    reveal_type(flag & flag)  # revealed: bool
    reveal_type(flag & n)  # revealed: int
    reveal_type(-flag)  # revealed: int
    reveal_type(not n)  # revealed: bool
    reveal_type(n < x)  # revealed: bool
    reveal_type(round(x))  # revealed: int
    reveal_type(round(x, 2))  # revealed: float
    reveal_type(abs(flag))  # revealed: int
    reveal_type(divmod(n, x))  # revealed: tuple[float, float]
    reveal_type(max(n, x))  # revealed: int | float
    reveal_type(int(x))  # revealed: int
    reveal_type(str(n))  # revealed: str


show(1, 2.5, True)
