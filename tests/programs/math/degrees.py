import math

print(math.degrees(math.pi), math.radians(180.0), math.degrees(1), math.radians(90), math.degrees(0.0))
