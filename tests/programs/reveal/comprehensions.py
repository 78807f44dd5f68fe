from typing import reveal_type


# A comprehension is a function of its own; it is specialised with the one around it.
def double(xs):
    return [x * 2 for x in xs]


def transposed(rows):
    return [[row[i] for row in rows] for i in range(len(rows[0]))]


def product(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in transposed(b)] for row in a]


def swapped(d):
    return {v: k for k, v in d.items()}


def numbered(xs):
    return {i: x for i, x in enumerate(reversed(xs))}


print(reveal_type(double([1, 2])))  # revealed: list[int]
print(reveal_type(double(["a"])))  # revealed: list[str]
A = [[2, 1], [0, 4]]
B = [[0.5, 1.0], [1.0, 2.0]]
print(reveal_type(product(A, A)))  # revealed: list[list[int]]
print(reveal_type(product(B, B)))  # revealed: list[list[int | float]]
print(reveal_type(swapped({1: "a"})))  # revealed: dict[str, int]
print(reveal_type(swapped({"a": 0.5})))  # revealed: dict[float, str]
print(reveal_type(numbered([1, 2])))  # revealed: dict[int, int]
print(reveal_type(numbered(["a", "b"])))  # revealed: dict[int, str]
