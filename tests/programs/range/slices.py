r = range(9)
print(r[1:], r[::2], r[::-1], r[-3:], r[:-3], r[20:], r[5:2], r[:])
q = range(20, 2, -3)
for i in (None, -9, -2, 0, 3, 9):
    for j in (None, -9, -2, 0, 3, 9):
        for k in (None, 1, 2, -1, -4):
            s = r[i:j:k]
            t = q[i:j:k]
            print(s, t, len(s), list(t))
try:
    k = 0
    print(r[::k])
except ValueError as e:
    print(e)
xs = [5, "abc", [1, 2, 3], None, {1}, 2.5, (1, 2), b"xyz", range(9)]
for x in xs:
    try:
        print(x[1:])
    except TypeError as e:
        print(type(e).__name__, e)
total = 0
for n in range(100)[10:20:3]:
    total += n
print(total)
