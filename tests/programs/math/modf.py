import math

for x in (1.5, -1.5, 2.0, -0.0, 1e300, math.inf, -math.inf):
    print(math.modf(x))
