"""Slices as objects."""

s = slice(1, 3)
x = [1, 2, 3, 4]
print(x[s], "abcd"[s], (1, "b", 2.5, None)[s], b"abcd"[s], range(9)[s])
print(s, s.start, s.stop, s.step, repr(slice(None)), str(slice(1, None, -1)))
print(s == slice(1, 3), s == slice(1, 4), s != slice(1, 3, 1), slice(2) == slice(None, 2, None), s == (1, 3, None))
x[s] = [9, 9, 9]
print(x)
del x[slice(0, 1)]
print(x)
print(slice(1, None, 2).indices(7), slice(None, None, -1).indices(5), slice(-3, None).indices(10))
try:
    slice(0, 1, 0).indices(5)
except ValueError as e:
    print(e)
try:
    x[slice(0, 2, 0)]
except ValueError as e:
    print(e)

FIELDS = {"name": slice(0, 5), "age": slice(5, 8), "rest": slice(8, None)}
line = "Alice 42 and more"
for key, part in FIELDS.items():
    print(key, repr(line[part]), part)
parts = [slice(None, 2), slice(2, None), slice(None)]
print([line[p] for p in parts][1][:3], isinstance(parts[0], slice), len(parts))


class Grid:
    def __init__(self, rows):
        self.rows = rows

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Grid(self.rows[key])
        return self.rows[key]


g = Grid([1, 2, 3])
print(g[slice(1, None)].rows, g[0], g[1:].rows)


def window(xs, part):
    return xs[part]


print(window([1, 2, 3], slice(0, 2)), window("abc", slice(1, None)))
for step in (None, 1, 2, -1):
    print([0, 1, 2, 3][slice(None, None, step)])
print(type(s).__name__)
