# Annotations never change what a program does.
def average(a: float, b: float) -> float:
    return (a + b) / 2


def wrong(n: int) -> "str":
    return n


def optional(n: int | None = None) -> int | None:
    return n


x: int = 5
y: float = 3
z: "int"
print(average(1, 2), average(1.5, 2.5), wrong("text"), wrong(2.5), optional(), optional(3), x, y)
