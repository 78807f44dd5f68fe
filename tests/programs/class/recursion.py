class Node:
    def __init__(self, v, next):
        self.v = v
        self.next = next

    def total(self):
        return self.v + (self.next.total() if self.next else 0)

    def __repr__(self):
        return f"Node({self.v}, {self.next})"

    def __eq__(self, other):
        return self.v == other.v and self.next == other.next


head = None
for i in range(20000):
    head = Node(i, head)
n, s = head, 0
while n:
    s += n.v
    n = n.next
print(s)
try:
    head.total()
except RecursionError as e:
    print("RecursionError")
short = Node(1, Node(2, None))
print(short, short == Node(1, Node(2, None)), short == Node(1, Node(3, None)))
short.next.next = short
try:
    print(short)
except RecursionError:
    print("RecursionError in repr")


class Loop:
    def __init__(self):
        self.items = [self]

    def __repr__(self):
        return f"Loop{len(self.items)}"


print(Loop().items)
