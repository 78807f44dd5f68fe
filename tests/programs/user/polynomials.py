# Polynomials as lists of coefficients and as dicts: arithmetic, printing, roots.
def trim(p):
    while p and p[-1] == 0:
        p.pop()
    return p


def add(p, q):
    n = max(len(p), len(q))
    p = p + [0] * (n - len(p))
    q = q + [0] * (n - len(q))
    return trim([a + b for a, b in zip(p, q)])


def mul(p, q):
    result = [0] * (len(p) + len(q) - 1) if p and q else []
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            result[i + j] += a * b
    return trim(result)


def power(p, n):
    result = [1]
    while n:
        if n & 1:
            result = mul(result, p)
        p = mul(p, p)
        n >>= 1
    return result


def divide(p, q):
    p, quotient = p[:], [0] * max(len(p) - len(q) + 1, 0)
    while len(p) >= len(q):
        factor = p[-1] // q[-1]
        at = len(p) - len(q)
        quotient[at] = factor
        for i, b in enumerate(q):
            p[at + i] -= factor * b
        trim(p)
        if not p:
            break
    return trim(quotient), p


def evaluate(p, x):
    result = 0
    for c in reversed(p):
        result = result * x + c
    return result


def derivative(p):
    return [i * c for i, c in enumerate(p)][1:]


def show(p):
    terms = []
    for i in range(len(p) - 1, -1, -1):
        c = p[i]
        if c == 0:
            continue
        sign = "-" if c < 0 else "+"
        body = str(abs(c)) if abs(c) != 1 or i == 0 else ""
        body += "" if i == 0 else "x" if i == 1 else f"x^{i}"
        terms.append((sign, body))
    if not terms:
        return "0"
    first_sign, first = terms[0]
    return ("-" if first_sign == "-" else "") + first + "".join(f" {s} {b}" for s, b in terms[1:])


def newton(p, x, tolerance=1e-12):
    d = derivative(p)
    for step in range(100):
        fx = evaluate(p, x)
        if abs(fx) < tolerance:
            return x, step
        x = x - fx / evaluate(d, x)
    return None, 100


def integer_roots(p):
    return [r for r in range(-20, 21) if evaluate(p, r) == 0]


p, q = [-6, 11, -6, 1], [1, 1]
print(show(p), "|", show(q), "|", show([]), "|", show([0, -1, 0, 2]))
print("sum", show(add(p, q)), "product", show(mul(p, q)))
print("power", show(power(q, 6)), power(q, 6))
quotient, rest = divide(p, [-1, 1])
print("quotient", show(quotient), "rest", show(rest))
print("derivative", show(derivative(p)), "roots", integer_roots(p))
for x in (-1, 0, 2, 2.5):
    print(x, evaluate(p, x))
root, steps = newton([-2, 0, 1], 1.0)
print(f"{root:.9f} after {steps} steps")
sparse = {100: 1, 2: -3, 0: 5}
square = {}
for i, a in sparse.items():
    for j, b in sparse.items():
        square[i + j] = square.get(i + j, 0) + a * b
print(dict(sorted(square.items(), reverse=True)))
points = [(0, 1), (1, 3), (2, 7)]
total = 0.0
for i, (xi, yi) in enumerate(points):
    term = float(yi)
    for j, (xj, _) in enumerate(points):
        if i != j:
            term *= (5 - xj) / (xi - xj)
    total += term
print("interpolated:", total, round(total))
print(sum(c * 2 ** i for i, c in enumerate([1, 0, 1])), [*map(abs, p)], list(zip(p, q)))
