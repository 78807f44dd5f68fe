from bisect import insort, insort_left, insort_right

xs = []
for x in [5, 1, 4, 4, 2, 9, 0]:
    insort(xs, x)
print(xs)

data = [("red", 5), ("blue", 1), ("yellow", 8), ("black", 0)]
data.sort(key=lambda r: r[1])
insort(data, ("brown", 7), key=lambda r: r[1])
insort_left(data, ("white", 5), key=lambda r: r[1])
insort_right(data, ("green", 5), key=lambda r: r[1])
print(data)
