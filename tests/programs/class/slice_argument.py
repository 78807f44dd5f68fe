class View:
    """A window of a list, by slices."""

    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        if isinstance(i, slice):
            print(i.start, i.stop, i.step, i.indices(len(self.items)))
            return [self.items[k] for k in range(*i.indices(len(self.items)))]
        if isinstance(i, tuple):
            return [self[k] for k in i]
        return self.items[i]


v = View([10, 20, 30, 40, 50])
print(v[1], v[1:3], v[::-1], v[-2:], v[:-10:-2], v[10:], v[3:1], v[1, 2])
print(v[100:-100:-3], v[: 2**70 - 2**70 + 2])
