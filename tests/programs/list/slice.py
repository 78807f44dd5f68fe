xs = list(range(10))
for start in (None, 0, 3, -3, 20, -20):
    for stop in (None, 0, 7, -2, 20, -20):
        print(xs[start:stop], xs[start:stop:2], xs[start:stop:-3])
ys = xs[:]
ys[2:5] = [0]
print(ys)
ys[1:1] = (7, 8, 9)
print(ys)
ys[::2] = [0] * len(ys[::2])
print(ys)
ys[5:2] = "a" and [1, 2]
print(ys)
ys[:] = ys[::-1]
print(ys)
ys[3:] = ys
print(ys)
del ys[::3]
print(ys)
del ys[2:-2]
print(ys)
try:
    ys[::2] = [1, 2, 3, 4, 5]
except ValueError as e:
    print(e)
try:
    print(ys[::0])
except ValueError as e:
    print(e)
