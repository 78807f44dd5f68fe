print(5[0])  # error: E0320 "int"
print(None[0])  # error: E0320 "None"
t = (1, 2)
print(t["a"])  # error: E0320 "str"
t[0] = 5  # error: E0320 "cannot be assigned"
