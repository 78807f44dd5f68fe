import math
from math import sqrt


def show(x):
    try:
        print(math.sqrt(x))
    except ValueError as e:
        print(e)


show(0.0)
show(-0.0)
show(1.0)
show(2.0)
show(0.5)
show(1e300)
show(5e-324)
show(1e309)
show(1e309 - 1e309)
show(-1.0)
show(-1e309)
print(sqrt(4), sqrt(9223372036854775807), sqrt(True), sqrt(2) * sqrt(2), math.sqrt(1 / 3))
