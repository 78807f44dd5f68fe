import math

print(math.factorial(5))  # error: E0302 "`math.factorial`"
