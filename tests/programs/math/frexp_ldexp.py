import math

for x in (1.0, 0.5, -3.75, 0.0, -0.0, 5e-324, 1e308, math.inf):
    m, e = math.frexp(x)
    print(m, e)
    print(math.ldexp(m, e))
print(math.ldexp(1.0, -1074), math.ldexp(1.0, -1075), math.ldexp(1.5, 10))
try:
    math.ldexp(1.0, 1024)
except OverflowError as e:
    print(e)
