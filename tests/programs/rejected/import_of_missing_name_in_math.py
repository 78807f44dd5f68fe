from math import sqrtt  # error: E0231 "'math.sqrtt' is not provided"
