class Node:
    def __init__(self, value):
        self.value = value
        self.children = []

    def add(self, value):
        self.children.append(Leaf(value))
        return self

    def total(self):
        return self.value + sum(c.total() for c in self.children)


class Leaf(Node):
    def total(self):
        return scale(self.value)


def scale(n):
    return n * FACTOR


FACTOR = 10
print(Node(1).add(2).add(3).total())
try:
    Later
except NameError as e:
    print(e)


class Later:
    pass


print(Later.__name__)
if FACTOR > 5:
    class Chosen:
        name = "big"
else:
    class Chosen:
        name = "small"
print(Chosen.name, Chosen().name)
