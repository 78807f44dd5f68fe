# Numerical integration, differentiation and root finding of a family of functions.
from math import sqrt, pi

evaluations = 0


def f(kind, x):
    global evaluations
    evaluations += 1
    if kind == "parabola":
        return x * x
    if kind == "circle":
        return sqrt(1 - x * x)
    if kind == "inverse":
        return 1 / x
    if kind == "cubic":
        return x**3 - 2 * x - 5
    if kind == "step":
        return 1 if x > 0.5 else 0
    raise KeyError(kind)


def trapezoid(kind, a, b, n):
    h = (b - a) / n
    total = (f(kind, a) + f(kind, b)) / 2
    for i in range(1, n):
        total += f(kind, a + i * h)
    return total * h


def simpson(kind, a, b, n=100):
    if n % 2:
        n += 1
    h = (b - a) / n
    total = f(kind, a) + f(kind, b)
    for i in range(1, n):
        total += f(kind, a + i * h) * (4 if i % 2 else 2)
    return total * h / 3


def adaptive(kind, a, b, tolerance, depth=0):
    middle = (a + b) / 2
    whole = simpson(kind, a, b, 2)
    halves = simpson(kind, a, middle, 2) + simpson(kind, middle, b, 2)
    if depth == 20 or abs(halves - whole) < 15 * tolerance:
        return halves
    return adaptive(kind, a, middle, tolerance / 2, depth + 1) + adaptive(kind, middle, b, tolerance / 2, depth + 1)


def bisection(kind, low, high, tolerance=1e-12):
    if f(kind, low) * f(kind, high) > 0:
        return None
    while high - low > tolerance:
        middle = (low + high) / 2
        if f(kind, low) * f(kind, middle) <= 0:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def newton(kind, x, steps=20):
    for i in range(steps):
        h = 1e-6
        slope = (f(kind, x + h) - f(kind, x - h)) / (2 * h)
        if slope == 0:
            return None, i
        next_x = x - f(kind, x) / slope
        if abs(next_x - x) < 1e-13:
            return next_x, i
        x = next_x
    return x, steps


def measured(label, value, exact=None):
    global evaluations
    error = "unknown" if exact is None else abs(value - exact)
    print(label, value, "error:", error, "evaluations:", evaluations)
    evaluations = 0


n = 1
while n <= 256:
    measured("trapezoid " + str(n), trapezoid("circle", -1, 1, n), pi / 2)
    n *= 4
measured("simpson", simpson("parabola", 0, 3), 9)
measured("simpson, odd", simpson("inverse", 1, 2, n=7))
measured("adaptive", adaptive("circle", 0, 1, 1e-8), pi / 4)
measured("adaptive step", adaptive("step", 0, 1, 1e-6), 0.5)
root = bisection("cubic", 2, 3)
print("bisection", root, evaluations)
print("no root", bisection("parabola", 1, 2), bisection("inverse", 1, 2))
root, steps = newton("cubic", 2.0)
print("newton", root, "after", steps)
print("flat", newton("step", 0.1))
try:
    trapezoid("inverse", 0, 1, 4)
except ZeroDivisionError as e:
    print("error:", e)
try:
    simpson("circle", 0, 2)
except ValueError as e:
    print("error:", e)
try:
    f("unknown", 1)
except KeyError as e:
    print("error:", e)
