# A constant index.
t = (10, "b", 2.5, None)
print(t[0], t[1], t[2], t[3], t[-1], t[-4])
print(t[0] + 1, t[1] + "c", (1, 2, 3)[1], ((1, 2), 3)[0][1])
