"""Visitors over an expression tree: printing, evaluating, differentiating, simplifying, compiling to a VM."""
from abc import ABC, abstractmethod


class Visitor(ABC):
    @abstractmethod
    def number(self, node): ...

    @abstractmethod
    def variable(self, node): ...

    @abstractmethod
    def binary(self, node): ...


class Node:
    def accept(self, visitor):
        raise NotImplementedError(type(self).__name__)

    def __add__(self, other):
        return Binary("+", self, lift(other))

    def __radd__(self, other):
        return Binary("+", lift(other), self)

    def __sub__(self, other):
        return Binary("-", self, lift(other))

    def __mul__(self, other):
        return Binary("*", self, lift(other))

    def __rmul__(self, other):
        return Binary("*", lift(other), self)

    def __pow__(self, n):
        return Binary("^", self, lift(n))

    def __neg__(self):
        return Number(0) - self


class Number(Node):
    __match_args__ = ("value",)

    def __init__(self, value):
        self.value = value

    def accept(self, visitor):
        return visitor.number(self)


class Variable(Node):
    __match_args__ = ("name",)

    def __init__(self, name):
        self.name = name

    def accept(self, visitor):
        return visitor.variable(self)


class Binary(Node):
    __match_args__ = ("op", "left", "right")

    def __init__(self, op, left, right):
        self.op, self.left, self.right = op, left, right

    def accept(self, visitor):
        return visitor.binary(self)


def lift(x):
    return x if isinstance(x, Node) else Number(x)


class Printer(Visitor):
    PRECEDENCE = {"+": 1, "-": 1, "*": 2, "^": 3}

    def __init__(self):
        self.depth = 0

    def number(self, node):
        return str(node.value)

    def variable(self, node):
        return node.name

    def binary(self, node):
        mine = self.PRECEDENCE[node.op]
        old, self.depth = self.depth, mine
        left = node.left.accept(self)
        self.depth = mine + (node.op in "-^")
        right = node.right.accept(self)
        self.depth = old
        text = f"{left} {node.op} {right}" if mine < 2 else f"{left}{node.op}{right}"
        return f"({text})" if mine < old else text


class Evaluator(Visitor):
    def __init__(self, **env):
        self.env = env

    def number(self, node):
        return node.value

    def variable(self, node):
        try:
            return self.env[node.name]
        except KeyError:
            raise NameError(f"no value for {node.name}") from None

    def binary(self, node):
        a, b = node.left.accept(self), node.right.accept(self)
        match node.op:
            case "+": return a + b
            case "-": return a - b
            case "*": return a * b
            case "^": return a ** b
            case op: raise ValueError(op)


class Derivative(Visitor):
    def __init__(self, name):
        self.name = name

    def number(self, node):
        return Number(0)

    def variable(self, node):
        return Number(1 if node.name == self.name else 0)

    def binary(self, node):
        l, r = node.left, node.right
        dl, dr = l.accept(self), r.accept(self)
        if node.op in "+-":
            return Binary(node.op, dl, dr)
        if node.op == "*":
            return dl * r + l * dr
        assert isinstance(r, Number)
        return r.value * l ** (r.value - 1) * dl


def simplify(node):
    match node:
        case Binary(op, left, right):
            left, right = simplify(left), simplify(right)
            match (op, left, right):
                case (_, Number(a), Number(b)):
                    return Number(Binary(op, left, right).accept(Evaluator()))
                case ("+", Number(0), x) | ("+", x, Number(0)) | ("-", x, Number(0)):
                    return x
                case ("*", Number(0), _) | ("*", _, Number(0)):
                    return Number(0)
                case ("*", Number(1), x) | ("*", x, Number(1)) | ("^", x, Number(1)):
                    return x
                case ("*", Number(a), Binary("*", Number(b), x)):
                    return simplify(a * b * x)
            return Binary(op, left, right)
    return node


class Compiler(Visitor):
    def __init__(self):
        self.code = []
        self.names = []

    def number(self, node):
        self.code.append(("const", node.value))

    def variable(self, node):
        if node.name not in self.names:
            self.names.append(node.name)
        self.code.append(("load", self.names.index(node.name)))

    def binary(self, node):
        node.left.accept(self)
        node.right.accept(self)
        self.code.append(("op", "+-*^".index(node.op)))


def execute(code, values):
    stack = []
    for kind, arg in code:
        if kind == "const":
            stack.append(arg)
        elif kind == "load":
            stack.append(values[arg])
        else:
            b = stack.pop()
            a = stack.pop()
            stack.append([a + b, a - b, a * b, a ** b if arg == 3 else 0][arg])
    (result,) = stack
    return result


def size(node):
    return 1 + (size(node.left) + size(node.right) if isinstance(node, Binary) else 0)


x, y = Variable("x"), Variable("y")
exprs = [3 * x ** 2 + 2 * x - 5, (x + y) * (x - y), -x + 1, x ** 3 * y, Number(2) * 3 + 4, (x - 1) ** 2]
for e in exprs:
    d = e.accept(Derivative("x"))
    s = simplify(d)
    c = Compiler()
    e.accept(c)
    order = [{"x": 4, "y": 7}[n] for n in c.names]
    print(e.accept(Printer()), "|", e.accept(Evaluator(x=4, y=7)), "|", s.accept(Printer()), "|", size(d), size(s), "|", execute(c.code, order))
try:
    (x + y).accept(Evaluator(x=1))
except NameError as err:
    print(err)
try:
    Node().accept(Printer())
except NotImplementedError as err:
    print("not implemented:", err)
