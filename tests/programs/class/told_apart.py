class Stack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        return self.items.pop()

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        for x in self.items:
            yield x

    def __repr__(self):
        return f"Stack({self.items})"


a = Stack()
b = Stack()
c = Stack()
for i in range(5):
    a.push(i)
    b.push(str(i))
    c.push(i * 10)
total = 0
while len(a):
    total += a.pop()
print(total)
print(b, len(b), "-".join(b), c, sum(c))


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class Linked:
    def __init__(self):
        self.head = None
        self.size = 0

    def add(self, value):
        self.head = Node(value, self.head)
        self.size += 1
        return self

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.next


xs = Linked()
ys = Linked()
for i in range(4):
    xs.add(i)
    ys.add("n%d" % i)
print(sum(xs), "".join(ys))
print([x + 1 for x in xs], [y + "!" for y in ys])
