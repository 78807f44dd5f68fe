import math

print(math.ulp(1.0), math.ulp(0.0), math.ulp(1e300), math.ulp(-5.0), math.ulp(math.inf))
print(math.nextafter(1.0, 2.0), math.nextafter(1.0, 0.0), math.nextafter(0.0, -1.0), math.nextafter(math.inf, 0.0))
