import math  # error: E0232 "math"

print(math.double(2))
