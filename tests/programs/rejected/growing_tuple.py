t = ()
for i in range(3):
    t = t + (i,)  # error: E0303
print(t)
