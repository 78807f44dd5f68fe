from rpython.rlib.rarithmetic import intmask, r_uint, ovfcheck, LONG_BIT, r_uint32, r_int8
import sys

def fnv(s):
    h = r_uint(14695981039346656037)
    for c in s:
        h = (h ^ ord(c)) * 1099511628211
    return h

def h2(n):
    x = 1
    for i in range(n):
        x = intmask(x * 6364136223846793005 + 1442695040888963407)
    return x
print(fnv("hello world"), h2(1000), LONG_BIT)
a = r_uint(5)
b = r_uint(-3)
print(a - b, b // a, b % a, b >> 3, b << 60, a < b, b > a, a == 5, b == -3, int(a), hash(a))
try:
    print(ovfcheck(5 * 7))
except OverflowError:
    print("ovf")
print(r_uint32(2**32 + 5), r_int8(200), r_int8(100) + 100, r_uint32(3) - 5, r_uint32(7) < 9)
print(intmask(2**64 + 17), intmask(2**63), intmask(-2**70 - 1), intmask(True))
