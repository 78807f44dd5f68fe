import math


def attempt(f, x):
    try:
        return f(x)
    except (ValueError, OverflowError) as e:
        return f"{type(e).__name__}: {e}"


for x in (0.0, -0.0, 1, 2, 3, 10, 21, 22, 23, 24, 30, 171, 171.6, 171.7, 172, 200.5, 1e300, -1, -2.0, -0.5, -1.5, -170.5, -180.5, -200.5, -201.5, -1e17, 1e-20, 1e-21, 1e-308, 5e-324, -5e-324, 0.5, 1.5, 2.5, 1e305, 1e306, 2.5e305, math.inf, -math.inf, math.nan, True):
    print(x, attempt(math.gamma, x), attempt(math.lgamma, x))
same = 0
for i in range(1, 400):
    x = i / 16
    print(x, math.gamma(x), math.lgamma(x), f"{math.erf(x / 5):.12g} {math.erfc(x / 5):.12g}")
    if x % 1:
        print(-x, math.gamma(-x), round(math.lgamma(-x), 13))
for x in (0.0, -0.0, 1, 6, 7, -7, 28, 26.5, -28, 1e-300, 5e-324, math.inf, -math.inf, math.nan, 0.5, 0.25, 3.0):
    print(x, f"{math.erf(x):.14g}", f"{math.erfc(x):.14g}")
