# What related classes have in common lies at the same places in their objects, references
# among numbers, at several levels; what one class has otherwise lies elsewhere.
import copy


class Node:
    def __init__(self, name, weight):
        self.name = name
        self.weight = weight
        self.parent = None
        self.seen = False

    def path(self):
        return self.name if self.parent is None else self.parent.path() + "/" + self.name


class Folder(Node):
    def __init__(self, name):
        super().__init__(name, 0)
        self.children = []
        self.depth = 1.5

    def add(self, *nodes):
        for node in nodes:
            node.parent = self
            self.children.append(node)
            self.weight += node.weight
        return self


class Project(Folder):
    def __init__(self, name, owner):
        super().__init__(name)
        self.owner = owner
        self.tags = {"kind": "project"}
        self.limit = 10**6


class Archive(Folder):
    def __init__(self, name, owner):
        super().__init__(name)
        self.limit = 3
        self.owner = owner
        self.sealed = True


class File(Node):
    def __init__(self, name, weight, text):
        self.text = text
        super().__init__(name, weight)


class Link(Node):
    def __init__(self, name, target):
        super().__init__(name, 0.25)
        self.target = target


class Marked:
    note = "none"

    def mark(self, note):
        self.note = note
        return self


class MarkedFile(File, Marked):
    pass


class MarkedFolder(Marked, Folder):
    pass


def walk(node, level=0):
    yield node, level
    if isinstance(node, Folder):
        for child in node.children:
            yield from walk(child, level + 1)


root = Folder("root").add(
    Project("p", "ann").add(File("a.py", 12, "x" * 12), MarkedFile("b.py", 3, "abc").mark("new")),
    Archive("z", "bob").add(File("old", 1, "?")),
    MarkedFolder("m").mark("kept"),
)
root.add(Link("l", root.children[0]), Node("n", 7))
for node, level in walk(root):
    node.seen = level % 2 == 0
    node.weight = node.weight + level
    print("  " * level + node.path(), node.weight, node.seen, type(node).__name__)
for node, _ in walk(root):
    if isinstance(node, (Project, Archive)):
        print(node.owner, node.limit, node.depth, len(node.children))
        node.owner += "!"
        node.depth *= 2
    elif isinstance(node, Link):
        print(node.target.path(), node.target.owner, node.target.tags)
    elif isinstance(node, Marked):
        print(node.note, Marked.note)
twin = copy.deepcopy(root)
twin.children[0].owner = "eve"
print(twin.children[0].owner, root.children[0].owner, twin.children[0].children[1].parent is twin.children[0])


class Problem(Exception):
    def __init__(self, text, line):
        super().__init__(text)
        self.line = line


class Syntax(Problem):
    def __init__(self, text, line, token):
        super().__init__(text, line)
        self.token = token
        self.hint = None


class Name(Problem):
    def __init__(self, text, line, near):
        super().__init__(text, line)
        self.near = near


for error in [Problem("p", 1), Syntax("s", 2, "("), Name("n", 3, ["m", "nn"])]:
    try:
        raise error
    except Problem as e:
        e.line += 10
        print(type(e).__name__, e, e.line, e.token if isinstance(e, Syntax) else "")


class Wide:
    def __init__(self):
        self.a = self.b = self.c = self.d = self.e = self.f = self.g = self.h = 1
        self.i = self.j = self.k = self.l = self.m = self.n = self.o = self.p = "s"
        self.q = self.r = self.s = self.t = self.u = self.v = self.w = self.x = 2.5

    def total(self):
        return (self.a + self.h, self.i + self.p, self.q + self.x)


class Wider(Wide):
    def __init__(self, more):
        super().__init__()
        self.a1 = self.b1 = self.c1 = self.d1 = [more]
        self.e1 = self.f1 = self.g1 = more

    def total(self):
        return super().total() + (self.a1, self.g1)


class Widest(Wider):
    def __init__(self, more):
        super().__init__(more)
        self.z1 = self.z2 = self.z3 = {more: "z"}

    def total(self):
        return super().total() + (self.z3,)


for wide in [Wide(), Wider(5), Widest(6)]:
    wide.i += "t"
    wide.q -= 1
    print(wide.total(), wide.i, wide.q, wide.a)


class Shape:
    def area(self):
        return self.size * self.size


class Square(Shape):
    def __init__(self, size):
        self.size = size
        self.tag = size


class Circle(Shape):
    def __init__(self, size):
        self.size = size / 2
        self.tag = None


class Blob(Shape):
    pass


shapes = [Square(3), Circle(3), Square(4), Blob()]
for shape in shapes:
    try:
        print(shape.area(), shape.tag)
    except AttributeError as e:
        print(e)
shapes[3].size = 9
print(shapes[3].area())
