class Down:
    def __init__(self, n):
        self.n = n

    def __reversed__(self):
        for i in range(self.n):
            yield self.n - i


class Over:
    def __init__(self, items):
        self.items = items

    def __reversed__(self):
        return reversed(self.items)


print(list(reversed(Down(3))), [x for x in reversed(Down(2))])
print(list(reversed(Over([1, 2]))), list(reversed(Over({"a": 1, "b": 2}))))
for x in Down(2), Over([7]):
    print(list(reversed(x)))
