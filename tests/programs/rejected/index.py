print(5[0])  # error: E0320
print(None[0])  # error: E0320
t = (1, 2)
print(t["a"])  # error: E0320
t[0] = 5  # error: E0320
del t[0]  # error: E0320
