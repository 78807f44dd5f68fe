import math


def show(x):
    print(x, math.isnan(x), math.isinf(x), math.isfinite(x))


show(1.0)
show(-0.0)
show(math.inf)
show(-math.inf)
show(math.nan)
show(5e-324)
print(math.isnan(3), math.isinf(3), math.isfinite(3))
