import math

print(math.gcd(12, 18), math.gcd(-12, 18), math.gcd(0, 5), math.gcd(5, 0), math.gcd(0, 0), math.gcd(7, 13))
print(math.gcd(9223372036854775807, 49), math.gcd(-9223372036854775807, -7), math.gcd(True, 5))
