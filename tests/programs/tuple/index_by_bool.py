t = (10, 20)
print(t[True], t[False], t[1 < 2], t[0 == 1], t[-True])
