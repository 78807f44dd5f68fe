"""Generic containers of one's own, each used for several types."""


class Queue:
    def __init__(self, items=None):
        self._in = []
        self._out = []
        for item in items or []:
            self.put(item)

    def put(self, item):
        self._in.append(item)

    def get(self):
        if not self._out:
            while self._in:
                self._out.append(self._in.pop())
        if not self._out:
            raise IndexError("get from an empty queue")
        return self._out.pop()

    def __len__(self):
        return len(self._in) + len(self._out)

    def __bool__(self):
        return len(self) > 0

    def __iter__(self):
        yield from reversed(self._out)
        yield from self._in

    def __contains__(self, item):
        return item in self._in or item in self._out

    def copy(self):
        return Queue(list(self))

    def __add__(self, other):
        result = self.copy()
        for item in other:
            result.put(item)
        return result

    def __eq__(self, other):
        return list(self) == list(other)

    def __repr__(self):
        return f"Queue({list(self)!r})"


class PriorityQueue:
    def __init__(self, key=None):
        self.heap = []
        self.key = key or (lambda x: x)

    def push(self, item):
        self.heap.append((self.key(item), item))
        i = len(self.heap) - 1
        while i > 0:
            parent = (i - 1) // 2
            if self.heap[i][0] < self.heap[parent][0]:
                self.heap[i], self.heap[parent] = self.heap[parent], self.heap[i]
                i = parent
            else:
                break

    def pop(self):
        last = self.heap.pop()
        if not self.heap:
            return last[1]
        top = self.heap[0]
        self.heap[0] = last
        i = 0
        while True:
            child = 2 * i + 1
            if child >= len(self.heap):
                break
            if child + 1 < len(self.heap) and self.heap[child + 1][0] < self.heap[child][0]:
                child += 1
            if self.heap[child][0] < self.heap[i][0]:
                self.heap[i], self.heap[child] = self.heap[child], self.heap[i]
                i = child
            else:
                break
        return top[1]

    def __len__(self):
        return len(self.heap)


class TreeMap:
    class Node:
        __slots__ = ("key", "value", "left", "right")

        def __init__(self, key, value):
            self.key = key
            self.value = value
            self.left = None
            self.right = None

    def __init__(self):
        self.root = None
        self.count = 0

    def __setitem__(self, key, value):
        if self.root is None:
            self.root = TreeMap.Node(key, value)
            self.count += 1
            return
        node = self.root
        while True:
            if key < node.key:
                if node.left is None:
                    node.left = TreeMap.Node(key, value)
                    break
                node = node.left
            elif node.key < key:
                if node.right is None:
                    node.right = TreeMap.Node(key, value)
                    break
                node = node.right
            else:
                node.value = value
                return
        self.count += 1

    def __getitem__(self, key):
        node = self.root
        while node is not None:
            if key < node.key:
                node = node.left
            elif node.key < key:
                node = node.right
            else:
                return node.value
        raise KeyError(key)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __len__(self):
        return self.count

    def items(self):
        def walk(node):
            if node is not None:
                yield from walk(node.left)
                yield node.key, node.value
                yield from walk(node.right)

        return walk(self.root)

    def map(self, f):
        result = TreeMap()
        for key, value in self.items():
            result[key] = f(value)
        return result


ints = Queue([1, 2, 3])
words = Queue(["a", "b"])
points = Queue()
points.put((1, 2.5))
points.put((3, 4.5))
ints.put(4)
print(ints, words, points, len(ints), bool(Queue()))
total = 0
more = ints + Queue([10, 20])
while more:
    total += more.get()
print(total, "-".join(words), sum(x * y for x, y in points))
print(3 in ints, "z" in words, ints == ints.copy(), words + words)
try:
    Queue().get()
except IndexError as e:
    print("error:", e)

pq = PriorityQueue()
for n in [5, 3, 8, 1, 9, 2]:
    pq.push(n)
byname = PriorityQueue(key=lambda w: (len(w), w))
for w in "the quick brown fox jumps over a lazy dog".split():
    byname.push(w)
print([pq.pop() for _ in range(len(pq))])
print([byname.pop() for _ in range(len(byname))])

ages = TreeMap()
for name, age in [("tom", 31), ("ann", 25), ("zoe", 40), ("bob", 19)]:
    ages[name] = age
squares = TreeMap()
for i in range(5, 0, -1):
    squares[i] = i * i / 2
print(list(ages.items()), len(ages), ages["zoe"] + 1)
print(list(squares.items()), sum(v for _, v in squares.items()))
names = squares.map(lambda v: f"<{v}>")
print([v for k, v in names.items()], names.get(9), names.get(2))
print(ages.get("nobody", -1))
