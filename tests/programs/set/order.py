print({3, 1, 2}, {100, 5, 33, 64}, {8, 0, 16, 24}, {-1, -2, 5})
print(set(range(20)), set([5, 3, 1]), {1.5, 2, True, 0}, {(1, 2), (0, 1), (3, 3)})
s = set()
for i in range(50):
    s.add(i * 37 % 101)
print(s)
for i in range(0, 101, 3):
    s.discard(i)
print(s)
print(s | {1000, 2000}, s & set(range(50)), s - {1, 2, 4}, s ^ {1, 2, 3, 500})
print(frozenset([30, 10, 20]), frozenset(), list({9, 7, 8}), [x for x in {70, 6, 5}])
