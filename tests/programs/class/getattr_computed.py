"""A tree's visitor, commands by name, and attributes by name."""


class Num:
    def __init__(self, n):
        self.n = n


class Add:
    def __init__(self, left, right):
        self.left = left
        self.right = right


class Neg:
    def __init__(self, operand):
        self.operand = operand


class Visitor:
    def visit(self, node):
        method = "visit_" + type(node).__name__
        visitor = getattr(self, method, self.generic_visit)
        return visitor(node)

    def generic_visit(self, node):
        return 0


class Evaluator(Visitor):
    def visit_Num(self, node):
        return node.n

    def visit_Add(self, node):
        return self.visit(node.left) + self.visit(node.right)


class Negating(Evaluator):
    def visit_Neg(self, node):
        return -self.visit(node.operand)


tree = Add(Num(3), Neg(Num(1)))
print(Evaluator().visit(tree), Negating().visit(tree))


class Shell:
    def __init__(self):
        self.log = []

    def do_add(self, arg):
        self.log.append(arg)
        return len(self.log)

    def do_drop(self, arg):
        self.log.remove(arg)
        return len(self.log)

    def run(self, line):
        name, arg = line.split()
        handler = getattr(self, f"do_{name}", None)
        if handler is None:
            return -1
        return handler(arg)


shell = Shell()
print([shell.run(line) for line in ["add x", "add y", "drop x", "jump z"]], shell.log)
for name in ["add", "drop"]:
    print(getattr(shell, "do_" + name)("y") if name == "add" else getattr(shell, "do_%s" % name)("y"))
try:
    getattr(shell, "do_" + "noth" + "ing"[:0])("y")
except AttributeError as e:
    print(e)


class Person:
    kind = "human"

    def __init__(self, name, age):
        self.name = name
        self.age = age

    @property
    def initial(self):
        return self.name[0]


people = [Person("Bo", 5), Person("Al", 7)]
for key in ["name", "age"]:
    print([getattr(p, key) for p in people], sorted(people, key=lambda p: str(getattr(p, key)))[0].name)
for key in ("kind", "initial", "size"):
    print(key, getattr(people[0], key, None))
try:
    getattr(people[0], "".join(["si", "ze"]))
except AttributeError as e:
    print(e)
