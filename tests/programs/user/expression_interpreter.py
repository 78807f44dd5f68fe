"""A small expression interpreter: tokenizer, parser with classes, evaluator."""


class Token:
    def __init__(self, kind, text):
        self.kind = kind
        self.text = text

    def __repr__(self):
        return f"{self.kind}:{self.text!r}"


class LexError(Exception):
    def __init__(self, position, char):
        super().__init__(f"bad character {char!r} at {position}")
        self.position = position


class ParseError(Exception):
    pass


def tokenize(source):
    tokens = []
    i = 0
    while i < len(source):
        c = source[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(source) and (source[j].isdigit() or source[j] == "."):
                j += 1
            tokens.append(Token("num", source[i:j]))
            i = j
        elif c.isalpha():
            j = i
            while j < len(source) and source[j].isalnum():
                j += 1
            tokens.append(Token("name", source[i:j]))
            i = j
        elif c in "+-*/()=^":
            tokens.append(Token("op", c))
            i += 1
        else:
            raise LexError(i, c)
    tokens.append(Token("end", ""))
    return tokens


class Expr:
    def eval(self, env):
        raise NotImplementedError


class Num(Expr):
    def __init__(self, value):
        self.value = value

    def eval(self, env):
        return self.value

    def __str__(self):
        return str(self.value)


class Var(Expr):
    def __init__(self, name):
        self.name = name

    def eval(self, env):
        if self.name not in env:
            raise NameError(f"unknown variable {self.name}")
        return env[self.name]

    def __str__(self):
        return self.name


class BinOp(Expr):
    def __init__(self, op, left, right):
        self.op = op
        self.left = left
        self.right = right

    def eval(self, env):
        a = self.left.eval(env)
        b = self.right.eval(env)
        if self.op == "+":
            return a + b
        elif self.op == "-":
            return a - b
        elif self.op == "*":
            return a * b
        elif self.op == "^":
            return a ** b
        return a / b

    def __str__(self):
        return f"({self.left} {self.op} {self.right})"


class Neg(Expr):
    def __init__(self, operand):
        self.operand = operand

    def eval(self, env):
        return -self.operand.eval(env)

    def __str__(self):
        return f"-{self.operand}"


class Assign(Expr):
    def __init__(self, name, value):
        self.name = name
        self.value = value

    def eval(self, env):
        env[self.name] = self.value.eval(env)
        return env[self.name]

    def __str__(self):
        return f"{self.name} = {self.value}"


class Parser:
    PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}

    def __init__(self, tokens):
        self.tokens = tokens
        self.pos = 0

    @property
    def current(self):
        return self.tokens[self.pos]

    def advance(self):
        token = self.current
        self.pos += 1
        return token

    def expect(self, text):
        if self.current.text != text:
            raise ParseError(f"expected {text!r}, got {self.current}")
        return self.advance()

    def parse(self):
        if self.current.kind == "name" and self.tokens[self.pos + 1].text == "=":
            name = self.advance().text
            self.advance()
            return Assign(name, self.expression(1))
        result = self.expression(1)
        if self.current.kind != "end":
            raise ParseError(f"trailing {self.current}")
        return result

    def expression(self, level):
        left = self.unary()
        while self.current.kind == "op" and self.PRECEDENCE.get(self.current.text, 0) >= level:
            op = self.advance().text
            right = self.expression(self.PRECEDENCE[op] + 1)
            left = BinOp(op, left, right)
        return left

    def unary(self):
        if self.current.text == "-":
            self.advance()
            return Neg(self.unary())
        return self.atom()

    def atom(self):
        token = self.advance()
        if token.kind == "num":
            return Num(float(token.text))
        if token.kind == "name":
            return Var(token.text)
        if token.text == "(":
            inner = self.expression(1)
            self.expect(")")
            return inner
        raise ParseError(f"unexpected {token}")


class Calculator:
    def __init__(self):
        self.env = {}
        self.history = []

    def run(self, line):
        tree = Parser(tokenize(line)).parse()
        value = tree.eval(self.env)
        self.history.append((line, value))
        return tree, value


calc = Calculator()
for line in ["1 + 2 * 3", "x = 4", "(x + 1) * -x", "2 ^ 3 / 4", "y + 1", "3 +", "4 $ 4", "x x", "x / 0"]:
    try:
        tree, value = calc.run(line)
        print(f"{line:15} -> {tree} = {value}")
    except LexError as e:
        print("lex error:", e, e.position)
    except ParseError as e:
        print("parse error:", e)
    except (NameError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
print(len(calc.history), calc.history[-1])
print(tokenize("a+1"))
