class Point:
    count = 0

    def __init__(self, x, y):
        self.x = x
        self.y = y
        Point.count += 1

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return self.x == other.x and self.y == other.y

    def norm2(self):
        return self.x * self.x + self.y * self.y


p = Point(1, 2)
q = Point(3, 4)
r = p + q
print(r, r.norm2(), Point.count)
print(p == q, p == Point(1, 2), p != q, [p, q], p in [q, Point(1, 2)])


class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        return 0.0

    def describe(self):
        return f"{self.name} with area {self.area():.2f}"


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r

    def area(self):
        return 3.14159 * self.r ** 2


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side * self.side


shapes = [Circle(1.5), Square(2), Shape("blob")]
for s in shapes:
    print(s.describe(), isinstance(s, Circle), type(s).__name__)
total = 0
for s in shapes:
    total += s.area()
print(round(total, 3))


class Stack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        if not self.items:
            raise IndexError("pop from empty stack")
        return self.items.pop()

    def __len__(self):
        return len(self.items)


st = Stack()
for i in range(3):
    st.push(i)
while st:
    print(st.pop(), len(st))
try:
    st.pop()
except IndexError as e:
    print("caught", e)


class MyError(ValueError):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


try:
    raise MyError(42, "bad thing")
except MyError as e:
    print(e.code, e, repr(e), e.args)
try:
    raise MyError(1, "x")
except ValueError as e:
    print(type(e).__name__, e)


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


head = None
for i in range(5):
    head = Node(i, head)
n = head
while n is not None:
    print(n.value, end=" ")
    n = n.next
print()


class Counter:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


for c in Counter(4):
    print(c, end=";")
print(sum(Counter(10)), list(Counter(3)))
