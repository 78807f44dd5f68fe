# Iterating tuples of unlike items, and tuples of tuples.
for x in (1, "two", 3.0, None, (5,)):
    print(x, x == 1)
for a, b in ((1, "one"), (2, "two")):
    print(a, b)
for i in ((), (1,), (1, 2)):
    print(len(i), i)
total = 0
for x in (1, 2.5, True):
    total += x
print(total)
