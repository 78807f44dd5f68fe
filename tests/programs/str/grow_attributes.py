# Texts that grow in attributes, globals and variables of closures.
LINE = "0123456789abcdef" * 6


class Writer:
    def __init__(self, text=LINE):
        self.text = text
        self.seen = []

    def write(self, piece):
        self.text += piece
        return self

    def write_all(self, pieces):
        for piece in pieces:
            self.text += piece
            self.text += ","

    def mark(self):
        self.seen.append(self.text)

    def nested(self, depth):
        if depth > 0:
            self.text += "(" + str(depth)
            self.text += self.nested(depth - 1)
            self.text += ")"
        return "<" + self.text[len(LINE):] + ">"

    def reflected(self):
        self.text += self.text

    def copy(self):
        return Writer(self.text)

    def swap(self, other):
        self.text, other.text = other.text, self.text

    def size_before(self):
        before = self.text
        self.text += "?"
        return len(before), len(self.text), before[len(LINE):]


w = Writer()
w.write("a").write("b").write("c")
w.mark()
w.write("d")
w.mark()
w.write_all(["x", "y"])
print([t[96:] for t in w.seen], w.text[96:])
other = w.copy()
other.write("OTHER")
w.write("W")
print(w.text[96:], other.text[96:])
w.swap(other)
w.write("1")
other.write("2")
print(w.text[96:], other.text[96:])
print(w.size_before())
v = Writer()
print(v.nested(3))
print(v.text[96:])
u = Writer("é" * 50)
for i in range(4):
    u.reflected()
print(len(u.text))

log = LINE


def note(piece):
    global log
    log += piece
    return len(log)


def keep():
    return log


note("one")
kept = keep()
note("two")
print(kept[96:], log[96:], note("last"))
held = log
for i in range(3):
    log += str(i)
    note("!")
print(held[96:], log[96:])


def make():
    text = LINE

    def add(piece):
        nonlocal text
        text += piece

    def get():
        return text

    return add, get


add, get = make()
add("p")
first = get()
add("q")
second = get()
add("r")
print(first[96:], second[96:], get()[96:])


class Node:
    def __init__(self):
        self.label = LINE
        self.children = []


def walk(node, n):
    node.label += "n" + str(n)
    shared = node.label
    for child in node.children:
        walk(child, n + 1)
        node.label += "c"
        child.label += node.label[96:]
    return shared


root = Node()
root.children = [Node(), Node()]
root.children[0].label = root.label
print(walk(root, 0)[96:], root.label[96:], [c.label[96:] for c in root.children])


def lines(n):
    text = LINE
    for i in range(n):
        text += str(i)
        yield text[96:]
        text += "-"


print(list(lines(4)))
