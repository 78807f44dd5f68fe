d = {1: 2}
for k in range(3):
    for item in list(d.items()):
        d[item[0] + 10] = item
print(d)
