"""The type of a value that holds values of its own type is written once."""
from typing import reveal_type


def tree(n):
    if n == 0:
        return None
    if n % 3 == 0:
        return {"n": n, "left": tree(n - 1), "right": tree(n // 2)}
    return [n, tree(n - 1)]


t = reveal_type(tree(7))  # revealed: list[int | list[...] | dict[str, int | list[...] | dict[...] | None] | None] | dict[str, int | list[int | list[...] | dict[...] | None] | dict[...] | None] | None
print(t)
