# Equations of degree one and two, solved with all their special cases.
from math import sqrt, isnan, isinf, copysign


def solve(a, b, c):
    """None for every x, () for no x, else a tuple of the solutions, sorted."""
    if a == 0:
        if b == 0:
            return None if c == 0 else ()
        return (-c / b,)
    d = b * b - 4 * a * c
    if d < 0:
        return ()
    if d == 0:
        return (-b / (2 * a),)
    q = -(b + copysign(sqrt(d), b)) / 2
    x, y = q / a, c / q
    return (x, y) if x < y else (y, x)


def term(factor, name, first):
    if factor == 0:
        return ""
    sign = "-" if factor < 0 else "" if first else "+"
    size = abs(factor)
    digits = "" if size == 1 and name else str(size)
    return (" " if not first else "") + sign + (" " if not first else "") + digits + name


def text(a, b, c):
    result = term(a, "x²", True)
    result += term(b, "x", not result)
    result += term(c, "", not result)
    return (result or "0") + " = 0"


def check(a, b, c, x):
    left = a * x * x + b * x + c
    return abs(left) <= 1e-9 * max(abs(a * x * x), abs(b * x), abs(c), 1)


def show(a, b, c):
    solutions = solve(a, b, c)
    print(text(a, b, c), end="   ")
    if solutions is None:
        print("every x")
    elif not solutions:
        print("no x")
    elif len(solutions) == 1:
        (x,) = solutions
        print("x =", x, check(a, b, c, x))
    else:
        x, y = solutions
        print("x =", x, "or", y, check(a, b, c, x) and check(a, b, c, y))


show(1, -3, 2)
show(1, 2, 1)
show(1, 0, 1)
show(0, 2, -5)
show(0, 0, 0)
show(0, 0, 3)
show(2.5, -1, -4)
show(-1, 1, 1)
show(1, 1e8, 1)
show(1e-3, 0, -1)
show(3, 0, 0)
show(1, -1, 0.25)
for b in range(-2, 3):
    show(1, b, -2)
