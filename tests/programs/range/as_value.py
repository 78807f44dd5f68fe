r = range(2, 10, 3)
print(r, range(5), range(1, 5), repr(range(0)), len(r), len(range(0)), len(range(5, 0)), len(range(5, 0, -2)))
for i in r:
    print(i)
for i in r:
    print(i)
print(bool(r), bool(range(0)), not range(3))
