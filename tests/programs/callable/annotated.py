# Annotations never change what a program does.
from typing import Optional, Union


def average(a: float, b: float) -> float:
    return (a + b) / 2


def optional(n: int | None = None) -> int | None:
    return n


def older(n: Optional[int], x: Union[int, str]) -> "Optional[int]":
    return n


def pair(n: int) -> tuple[int, str]:
    return n, str(n)


def nothing() -> None:
    pass


x: int = 5
y: float = 3
z: "int"
print(average(1, 2), average(1.5, 2.5), optional(), optional(3), older(None, 1), older(2, "a"), pair(1), nothing(), x, y)
