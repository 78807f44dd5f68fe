"""A tokenizer, recursive-descent parser and tree-walking interpreter for a small language."""
from __future__ import annotations
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Union, Optional


class Kind(Enum):
    NUM = "number"
    STR = "string"
    NAME = "name"
    OP = "operator"
    KEYWORD = "keyword"
    END = "end of input"


class Token(NamedTuple):
    kind: Kind
    text: str
    line: int

    def __str__(self):
        return f"{self.kind.value} {self.text!r} in line {self.line}"


KEYWORDS = frozenset(["let", "if", "else", "while", "fn", "return", "print", "true", "false", "nil"])


class LangError(Exception):
    def __init__(self, message, line=None):
        super().__init__(message)
        self.line = line


class Lexer:
    def __init__(self, source):
        self.source = source
        self.pos = 0
        self.line = 1

    def peek(self, k=0):
        i = self.pos + k
        return self.source[i] if i < len(self.source) else ""

    def tokens(self):
        while True:
            while self.peek().isspace() or self.peek() == "#":
                if self.peek() == "#":
                    while self.peek() not in ("", "\n"):
                        self.pos += 1
                    continue
                if self.peek() == "\n":
                    self.line += 1
                self.pos += 1
            c = self.peek()
            start = self.pos
            if not c:
                yield Token(Kind.END, "", self.line)
                return
            if c.isdigit():
                while self.peek().isdigit() or (self.peek() == "." and self.peek(1).isdigit()):
                    self.pos += 1
                yield Token(Kind.NUM, self.source[start:self.pos], self.line)
            elif c.isalpha() or c == "_":
                while self.peek().isalnum() or self.peek() == "_":
                    self.pos += 1
                text = self.source[start:self.pos]
                yield Token(Kind.KEYWORD if text in KEYWORDS else Kind.NAME, text, self.line)
            elif c == '"':
                self.pos += 1
                while self.peek() != '"':
                    if not self.peek():
                        raise LangError("unterminated string", self.line)
                    self.pos += 1
                self.pos += 1
                yield Token(Kind.STR, self.source[start + 1:self.pos - 1], self.line)
            else:
                two = c + self.peek(1)
                text = two if two in ("==", "!=", "<=", ">=", "&&", "||") else c
                if text not in "+-*/%<>=!(){},;[]" and len(text) == 1:
                    raise LangError(f"unexpected character {c!r}", self.line)
                self.pos += len(text)
                yield Token(Kind.OP, text, self.line)


@dataclass
class Num:
    value: float


@dataclass
class Str:
    value: str


@dataclass
class Name:
    id: str
    line: int


@dataclass
class Const:
    value: Optional[bool]


@dataclass
class Unary:
    op: str
    operand: Expr


@dataclass
class Binary:
    op: str
    left: Expr
    right: Expr
    line: int


@dataclass
class CallExpr:
    callee: Expr
    args: list[Expr]
    line: int


@dataclass
class Fn:
    name: str
    params: list[str]
    body: Block


@dataclass
class ListExpr:
    items: list[Expr]


Expr = Union[Num, Str, Name, Const, Unary, Binary, CallExpr, Fn, ListExpr]


@dataclass
class Let:
    name: str
    value: Expr


@dataclass
class Assign:
    name: str
    value: Expr
    line: int


@dataclass
class If:
    cond: Expr
    then: Block
    otherwise: Optional[Block]


@dataclass
class While:
    cond: Expr
    body: Block


@dataclass
class Return:
    value: Optional[Expr]


@dataclass
class Print:
    args: list[Expr]


@dataclass
class ExprStmt:
    value: Expr


@dataclass
class Block:
    body: list


class Parser:
    LEVELS = [["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]]

    def __init__(self, tokens):
        self.tokens = list(tokens)
        self.i = 0

    @property
    def current(self):
        return self.tokens[self.i]

    def accept(self, *texts):
        token = self.current
        if token.kind in (Kind.OP, Kind.KEYWORD) and token.text in texts:
            self.i += 1
            return token
        return None

    def expect(self, text):
        token = self.accept(text)
        if token is None:
            raise LangError(f"expected {text!r}, found {self.current}", self.current.line)
        return token

    def name(self):
        token = self.current
        if token.kind is not Kind.NAME:
            raise LangError(f"expected a name, found {token}", token.line)
        self.i += 1
        return token.text

    def program(self):
        body = []
        while self.current.kind is not Kind.END:
            body.append(self.statement())
        return Block(body)

    def block(self):
        self.expect("{")
        body = []
        while not self.accept("}"):
            body.append(self.statement())
        return Block(body)

    def statement(self):
        if self.accept("let"):
            name = self.name()
            self.expect("=")
            stmt = Let(name, self.expression())
        elif self.accept("if"):
            cond = self.expression()
            then = self.block()
            otherwise = None
            if self.accept("else"):
                otherwise = Block([self.statement()]) if self.current.text == "if" else self.block()
            return If(cond, then, otherwise)
        elif self.accept("while"):
            cond = self.expression()
            return While(cond, self.block())
        elif self.accept("return"):
            stmt = Return(None if self.current.text == ";" else self.expression())
        elif self.accept("print"):
            stmt = Print(self.arguments())
        elif self.current.kind is Kind.NAME and self.tokens[self.i + 1].text == "=":
            line = self.current.line
            name = self.name()
            self.expect("=")
            stmt = Assign(name, self.expression(), line)
        else:
            stmt = ExprStmt(self.expression())
        self.expect(";")
        return stmt

    def expression(self, level=0):
        if level == len(self.LEVELS):
            return self.unary()
        left = self.expression(level + 1)
        while token := self.accept(*self.LEVELS[level]):
            left = Binary(token.text, left, self.expression(level + 1), token.line)
        return left

    def unary(self):
        if token := self.accept("-", "!"):
            return Unary(token.text, self.unary())
        return self.call()

    def arguments(self):
        self.expect("(")
        args = []
        if not self.accept(")"):
            args.append(self.expression())
            while self.accept(","):
                args.append(self.expression())
            self.expect(")")
        return args

    def call(self):
        expr = self.primary()
        while self.current.text == "(" and self.current.kind is Kind.OP:
            line = self.current.line
            expr = CallExpr(expr, self.arguments(), line)
        return expr

    def primary(self):
        token = self.current
        self.i += 1
        match token:
            case Token(Kind.NUM, text):
                return Num(float(text))
            case Token(Kind.STR, text):
                return Str(text)
            case Token(Kind.NAME, text, line):
                return Name(text, line)
            case Token(Kind.KEYWORD, "true" | "false" as text):
                return Const(text == "true")
            case Token(Kind.KEYWORD, "nil"):
                return Const(None)
            case Token(Kind.KEYWORD, "fn"):
                name = self.name() if self.current.kind is Kind.NAME else "<fn>"
                self.expect("(")
                params = []
                if not self.accept(")"):
                    params.append(self.name())
                    while self.accept(","):
                        params.append(self.name())
                    self.expect(")")
                return Fn(name, params, self.block())
            case Token(Kind.OP, "("):
                inner = self.expression()
                self.expect(")")
                return inner
            case Token(Kind.OP, "["):
                items = []
                if not self.accept("]"):
                    items.append(self.expression())
                    while self.accept(","):
                        items.append(self.expression())
                    self.expect("]")
                return ListExpr(items)
            case _:
                raise LangError(f"unexpected {token}", token.line)


class ReturnSignal(Exception):
    def __init__(self, value):
        self.value = value


class Closure:
    def __init__(self, fn, env):
        self.fn = fn
        self.env = env


class Scope:
    def __init__(self, parent=None):
        self.vars = {}
        self.parent = parent

    def lookup(self, name, line):
        scope = self
        while scope is not None:
            if name in scope.vars:
                return scope
            scope = scope.parent
        raise LangError(f"undefined variable {name}", line)


class Interpreter:
    def __init__(self, out):
        self.out = out
        self.steps = 0

    def run(self, block, env):
        for stmt in block.body:
            self.execute(stmt, env)

    def execute(self, stmt, env):
        self.steps += 1
        if isinstance(stmt, Let):
            env.vars[stmt.name] = self.eval(stmt.value, env)
        elif isinstance(stmt, Assign):
            env.lookup(stmt.name, stmt.line).vars[stmt.name] = self.eval(stmt.value, env)
        elif isinstance(stmt, If):
            if self.truth(self.eval(stmt.cond, env)):
                self.run(stmt.then, Scope(env))
            elif stmt.otherwise is not None:
                self.run(stmt.otherwise, Scope(env))
        elif isinstance(stmt, While):
            while self.truth(self.eval(stmt.cond, env)):
                self.run(stmt.body, Scope(env))
        elif isinstance(stmt, Return):
            raise ReturnSignal(None if stmt.value is None else self.eval(stmt.value, env))
        elif isinstance(stmt, Print):
            self.out.append(" ".join(self.show(self.eval(a, env)) for a in stmt.args))
        else:
            value = self.eval(stmt.value, env)
            if isinstance(value, Closure) and value.fn.name != "<fn>":
                env.vars[value.fn.name] = value

    def truth(self, value):
        return value is not None and value is not False

    def show(self, value):
        match value:
            case None:
                return "nil"
            case bool():
                return str(value).lower()
            case float():
                return str(int(value)) if value == int(value) else str(value)
            case str():
                return value
            case list():
                return "[" + ", ".join(self.show(v) for v in value) + "]"
            case Closure(fn=fn):
                return f"<fn {fn.name}/{len(fn.params)}>"
        return "?"

    def eval(self, e, env):
        match e:
            case Num(v) | Str(v) | Const(v):
                return v
            case Name(id, line):
                return env.lookup(id, line).vars[id]
            case Unary("-", operand):
                return -self.number(self.eval(operand, env))
            case Unary("!", operand):
                return not self.truth(self.eval(operand, env))
            case Binary("&&", left, right):
                value = self.eval(left, env)
                return self.eval(right, env) if self.truth(value) else value
            case Binary("||", left, right):
                value = self.eval(left, env)
                return value if self.truth(value) else self.eval(right, env)
            case Binary(op, left, right, line):
                return self.binary(op, self.eval(left, env), self.eval(right, env), line)
            case CallExpr(callee, args, line):
                f = self.eval(callee, env)
                if not isinstance(f, Closure):
                    raise LangError(f"{self.show(f)} is not a function", line)
                if len(args) != len(f.fn.params):
                    raise LangError(f"{f.fn.name} takes {len(f.fn.params)} arguments", line)
                scope = Scope(f.env)
                for p, a in zip(f.fn.params, args):
                    scope.vars[p] = self.eval(a, env)
                try:
                    self.run(f.fn.body, scope)
                except ReturnSignal as signal:
                    return signal.value
                return None
            case Fn():
                return Closure(e, env)
            case ListExpr(items):
                return [self.eval(i, env) for i in items]

    def number(self, v):
        if not isinstance(v, float):
            raise LangError(f"{self.show(v)} is not a number")
        return v

    def binary(self, op, a, b, line):
        if op == "==":
            return a == b
        if op == "!=":
            return a != b
        if op == "+" and isinstance(a, str):
            return a + self.show(b)
        if op == "+" and isinstance(a, list) and isinstance(b, list):
            return a + b
        if not (isinstance(a, float) and isinstance(b, float)):
            raise LangError(f"{op} wants numbers", line)
        if op == "+": return a + b
        if op == "-": return a - b
        if op == "*": return a * b
        if op == "%": return a % b
        if op == "<": return a < b
        if op == ">": return a > b
        if op == "<=": return a <= b
        if op == ">=": return a >= b
        if b == 0:
            raise LangError("division by zero", line)
        return a / b


def run(source):
    out = []
    interp = Interpreter(out)
    try:
        interp.run(Parser(Lexer(source).tokens()).program(), Scope())
    except LangError as e:
        out.append(f"error: {e}" + (f" (line {e.line})" if e.line else ""))
    print("\n".join(out))
    print("--", interp.steps, "steps")


run("""
let n = 0;
while n < 3 { print("n is", n, n / 2); n = n + 1; }
fn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); };
print(fib(15), fib);
fn counter() { let c = 0; return fn () { c = c + 1; return c; }; };
let a = counter(); let b = counter();
a(); a();
print(a(), b(), [1, "two", nil, true, [3.5]], [1] + [2]);
print(1 == 1 && "yes" || "no", !nil, -2 * 3, 7 % 4, "s" + 1.5);
""")
run("print(1 +);")
run("print(x);")
run("let s = \"abc")
run("print(1 / 0);")
run("print(1 < \"a\");")
run("let f = fn (x) { return x; }; f(1, 2);")
