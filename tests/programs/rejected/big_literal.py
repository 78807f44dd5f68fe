a = 9223372036854775808
print(a)  # error: E0301 "64 bits"
