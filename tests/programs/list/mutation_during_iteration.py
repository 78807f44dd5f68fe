xs = [1, 2, 3, 4]
for x in xs:
    if x < 3:
        xs.append(x + 10)
print(xs)
for x in xs:
    xs.remove(x)
print(xs)
ys = [0]
for y in ys:
    if y < 5:
        ys.append(y + 1)
print(ys)
for i, y in enumerate(ys):
    if i == 2:
        ys.clear()
    print(i, y)
