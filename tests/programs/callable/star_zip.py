"""zip of a number of iterables that is known when the program runs takes their items in order."""

rows = [[1, 2, 3], [4, 5, 6]]
for c in zip(*rows):
    rows[1].append(c[0])
    print(c, rows)
print(list(zip(*[])), list(zip(*["ab", "cd"])), list(map(lambda *a: a, *rows)))
it = iter([1, 2, 3, 4, 5])
print(list(zip(*[it] * 2)))
print(list(zip(*[range(3), range(2)])))
print(next(iter(zip(*rows))))
