class Bag:
    def __init__(self, xs):
        self.xs = xs

    def __iter__(self):
        for x in self.xs:
            yield x

    def pairs(self):
        return zip(self.xs, self.xs[1:])

    def big(self, n):
        return (x for x in self.xs if x > n)


class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right

    def walk(self):
        yield self
        for child in (self.left, self.right):
            if child:
                yield from child.walk()


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


b = Bag([3, 1, 2])
print(list(b), sum(b), sorted(b), max(b))
for x in b:
    print(x)
print(list(b.pairs()), list(b.big(1)))
t = Node(4, Node(2, Node(1), Node(3)), Node(5))
print(list(t))
print([n.value for n in t.walk()])
print(list(Countdown(3)), [x for x in Countdown(2)])
print(list(enumerate(Bag("ab"))))
for i, (a, c) in enumerate(zip(Countdown(3), b)):
    print(i, a, c)
it = iter(b)
print(next(it), list(it))
c = Countdown(3)
print(next(c), list(c))
