d = {1: "int", 2.5: "float", "s": "str", None: "none", (1, 2): "tuple", b"x": "bytes", frozenset([1]): "fs", True: "bool"}
print(d)
print(d[1], d[1.0], d[True], d[2.5], d["s"], d[None], d[(1, 2)], d[b"x"], d[frozenset([1])])
print(0 in d, (1, 2) in d, (2, 1) in d, "x" in d)
points = {(0, 0): "origin", (1, 0): "east"}
points[(0, 1)] = "north"
for (x, y), name in points.items():
    print(x, y, name)
try:
    points[(5, 5)]
except KeyError as e:
    print(e)
big = {i * 1000003: i for i in range(200)}
print(sum(big.values()), big[1000003 * 7], len(big))
big[-1] = -1
big[-2] = -2
print(big[-1], big[-2])
floats = {0.1 * i: i for i in range(5)}
print(floats, floats[0.30000000000000004])
