"""A tiny Lisp."""
import sys
import operator as op
from typing import Any, Callable, Union

Symbol = str
Number = (int, float)


class LispError(Exception):
    pass


def tokenize(text: str) -> list:
    return text.replace("(", " ( ").replace(")", " ) ").split()


def parse(text):
    tokens = tokenize(text)
    if not tokens:
        raise LispError("nothing to parse")
    tree = read(tokens)
    if tokens:
        raise LispError(f"unexpected {tokens[0]!r}")
    return tree


def read(tokens):
    if not tokens:
        raise LispError("unexpected end")
    token = tokens.pop(0)
    if token == "(":
        items = []
        while tokens and tokens[0] != ")":
            items.append(read(tokens))
        if not tokens:
            raise LispError("unexpected end")
        tokens.pop(0)
        return items
    if token == ")":
        raise LispError("unexpected )")
    return atom(token)


def atom(token):
    try:
        return int(token)
    except ValueError:
        try:
            return float(token)
        except ValueError:
            return Symbol(token)


class Env:
    def __init__(self, names=(), values=(), outer=None):
        self.table = dict(zip(names, values))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env.table:
                return env
            env = env.outer
        raise LispError(f"undefined: {name}")


class Procedure:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __call__(self, args):
        if len(args) != len(self.params):
            raise LispError(f"expected {len(self.params)} arguments, got {len(args)}")
        return evaluate(self.body, Env(self.params, args, self.env))


class Builtin:
    def __init__(self, name, f):
        self.name = name
        self.f = f

    def __call__(self, args):
        return self.f(args)


def fold(f):
    def apply(args):
        result = args[0]
        for a in args[1:]:
            result = f(result, a)
        return result
    return apply


def standard_env():
    env = Env()
    env.table.update({
        "+": Builtin("+", fold(lambda a, b: a + b)),
        "-": Builtin("-", lambda args: -args[0] if len(args) == 1 else args[0] - args[1]),
        "*": Builtin("*", fold(lambda a, b: a * b)),
        "/": Builtin("/", lambda args: args[0] / args[1]),
        "<": Builtin("<", lambda args: args[0] < args[1]),
        ">": Builtin(">", lambda args: args[0] > args[1]),
        "=": Builtin("=", lambda args: args[0] == args[1]),
        "list": Builtin("list", lambda args: args),
        "car": Builtin("car", lambda args: args[0][0]),
        "cdr": Builtin("cdr", lambda args: args[0][1:]),
        "cons": Builtin("cons", lambda args: [args[0]] + args[1]),
        "null?": Builtin("null?", lambda args: args[0] == []),
        "length": Builtin("length", lambda args: len(args[0])),
    })
    return env


def evaluate(x, env):
    if isinstance(x, str):
        return env.find(x).table[x]
    if not isinstance(x, list):
        return x
    if not x:
        raise LispError("empty application")
    head = x[0]
    if head == "quote":
        return x[1]
    if head == "if":
        _, test, then, otherwise = x
        return evaluate(then if evaluate(test, env) else otherwise, env)
    if head == "define":
        env.table[x[1]] = evaluate(x[2], env)
        return None
    if head == "lambda":
        return Procedure(x[1], x[2], env)
    proc = evaluate(head, env)
    args = [evaluate(a, env) for a in x[1:]]
    if isinstance(proc, (Procedure, Builtin)):
        return proc(args)
    raise LispError(f"not callable: {to_text(proc)}")


def to_text(x):
    if x is None:
        return "nil"
    if x is True:
        return "#t"
    if x is False:
        return "#f"
    if isinstance(x, list):
        return "(" + " ".join(map(to_text, x)) + ")"
    if isinstance(x, Procedure):
        return "<procedure>"
    if isinstance(x, Builtin):
        return f"<builtin {x.name}>"
    return str(x)


program = """
(define square (lambda (x) (* x x)))
(square 12)
(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))
(fact 15)
(define map (lambda (f xs) (if (null? xs) (quote ()) (cons (f (car xs)) (map f (cdr xs))))))
(map square (list 1 2 3 4.5))
(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))
(fib 15)
(/ 1 3)
(undefined 1)
(square 1 2)
((1 2)
(quote (a b (c 1.5)))
(= 1 1)
car
(1 2)
"""
env = standard_env()
for line in program.strip().splitlines():
    try:
        value = evaluate(parse(line), env)
        if value is not None:
            print(to_text(value))
    except LispError as e:
        print("error:", e, file=sys.stdout)
