import math

for n in range(21):
    print(math.factorial(n))
try:
    math.factorial(-1)
except ValueError as e:
    print(e)
