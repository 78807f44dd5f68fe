# Its digits alone are too large; with the sign they are not.
print(-9223372036854775808)
low = -9223372036854775808
print(low + 1, low == -9223372036854775807 - 1)
print(-0x8000000000000000)
