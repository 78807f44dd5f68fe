import math
from math import atan2, cos, hypot, log, pi, sin

print([round(f(x), 12) for f in (math.exp, sin, cos, math.tan, math.sinh, math.cosh, math.tanh, math.atan) for x in (-1.5, 0.0, 0.3, 2)])
print([round(f(x), 12) for f in (log, math.log2, math.log10, math.log1p, math.cbrt, math.acosh) for x in (1, 1.5, 10, 1000.0)])
print([round(f(x), 12) for f in (math.asin, math.acos, math.atanh, math.asinh, math.expm1, math.exp2) for x in (-0.5, 0, 0.25)])
print(math.exp(1), sin(1), cos(1), math.tan(1), log(10), math.log2(8), math.log10(1000), log(8, 2), log(100, 10))
print(sin(pi / 6), cos(pi / 3), atan2(1, 1), atan2(-1, -1), atan2(0.0, -0.0), math.degrees(math.acos(0.5)))
print(hypot(3, 4), hypot(), hypot(-7), hypot(1, 1, 1, 1), hypot(1e200, 1e200), hypot(3e-320, 4e-320), math.dist((1, 2), (4, 6)))
print(sin(1e6), cos(1e22), math.tan(1e300), sin(-0.0), math.atan(-math.inf), math.exp(-1000), math.exp(-math.inf))
print(math.pow(2, 0.5), math.pow(-2, 3), math.pow(0, 0), math.pow(-math.inf, 3), math.pow(10, -2))
print(log(10**400), math.log2(2**5000), math.log10(10**400), log(2**70))
for f, x in [(log, 0), (log, -1.0), (math.sqrt, -1), (math.asin, 2), (sin, math.inf), (math.acosh, 0.5), (math.atanh, 1), (math.log1p, -1)]:
    try:
        print(f(x))
    except ValueError as e:
        print("ValueError", e)
for f, x in [(math.exp, 1000), (math.cosh, 800), (math.sinh, -800.0), (math.expm1, 710)]:
    try:
        print(f(x))
    except OverflowError as e:
        print("OverflowError", e)
for x, y in [(0, -1), (-8.0, 1 / 3), (10, 400)]:
    try:
        print(math.pow(x, y))
    except (ValueError, OverflowError) as e:
        print(e)
try:
    log(10, 1)
except ZeroDivisionError as e:
    print(e)
print([round(sin(0.1 * k), 9) for k in range(12)])
