def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(48, 18), gcd(18, 48), gcd(0, 5), gcd(5, 0), gcd(0, 0))
print(gcd(-48, 18), gcd(48, -18), gcd(-48, -18))
print(gcd(1134903170, 701408733), gcd(9223372036854775807, 7))
