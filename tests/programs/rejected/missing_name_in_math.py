import math
from math import sqrtt  # error: E0231 "sqrtt"

print(math.square(2))  # error: E0231 "square"
