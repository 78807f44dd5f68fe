import math

print(math.pi, math.e, math.tau, math.inf, math.nan, -math.inf)
print(math.pi * 2 == math.tau, math.inf > 1e308, math.nan == math.nan, math.inf - math.inf)
