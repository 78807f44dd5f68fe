import math

print(math.square(2))  # error: E0231 "'math.square' is not provided"
