import math

print(math.lcm(4, 6), math.lcm(-4, 6), math.lcm(0, 5), math.lcm(7, 7))
