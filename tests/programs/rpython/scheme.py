"""A Scheme as one writes interpreters for RPython: boxed values, environments, a loop for
tail calls, and everything in classes with an `evaluate`."""

import sys

from rpython.rlib.jit import JitDriver, elidable, promote, unroll_safe
from rpython.rlib.objectmodel import specialize
from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rbigint import rbigint

driver = JitDriver(greens=["node"], reds=["env"])


class SchemeError(Exception):
    def __init__(self, msg):
        self.msg = msg


class W_Root(object):
    _attrs_ = []

    def is_true(self):
        return True

    def text(self):
        raise NotImplementedError


class W_Int(W_Root):
    _immutable_fields_ = ["value"]

    def __init__(self, value):
        self.value = value

    def text(self):
        return str(self.value)


class W_Big(W_Root):
    _immutable_fields_ = ["value"]

    def __init__(self, value):
        self.value = value

    def text(self):
        return self.value.str()


class W_Bool(W_Root):
    def __init__(self, value):
        self.value = value

    def is_true(self):
        return self.value

    def text(self):
        return "#t" if self.value else "#f"


class W_Symbol(W_Root):
    def __init__(self, name):
        self.name = name

    def text(self):
        return self.name


class W_Nil(W_Root):
    def text(self):
        return "()"


class W_Pair(W_Root):
    def __init__(self, car, cdr):
        self.car = car
        self.cdr = cdr

    def text(self):
        parts = []
        w = self
        while isinstance(w, W_Pair):
            parts.append(w.car.text())
            w = w.cdr
        if not isinstance(w, W_Nil):
            parts.append(".")
            parts.append(w.text())
        return "(" + " ".join(parts) + ")"


class W_Procedure(W_Root):
    def text(self):
        return "#<procedure>"


class W_Primitive(W_Procedure):
    def __init__(self, name, function):
        self.name = name
        self.function = function


class W_Lambda(W_Procedure):
    def __init__(self, params, body, env):
        self.params = params
        self.body = body
        self.env = env


NIL = W_Nil()
TRUE = W_Bool(True)
FALSE = W_Bool(False)
SYMBOLS = {}


@elidable
def symbol(name):
    w = SYMBOLS.get(name)
    if w is None:
        w = SYMBOLS[name] = W_Symbol(name)
    return w


class Env(object):
    def __init__(self, outer):
        self.outer = outer
        self.values = {}

    @unroll_safe
    def find(self, name):
        env = self
        while env is not None:
            if name in env.values:
                return env
            env = env.outer
        raise SchemeError("unbound variable: " + name)


# Reading.


def tokenize(text):
    return text.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()


class Reader(object):
    def __init__(self, text):
        self.tokens = tokenize(text)
        self.at = 0

    def more(self):
        return self.at < len(self.tokens)

    def read(self):
        if not self.more():
            raise SchemeError("unexpected end")
        token = self.tokens[self.at]
        self.at += 1
        if token == "(":
            items = []
            while True:
                if not self.more():
                    raise SchemeError("missing )")
                if self.tokens[self.at] == ")":
                    self.at += 1
                    return make_list(items)
                items.append(self.read())
        if token == ")":
            raise SchemeError("unexpected )")
        if token == "'":
            return make_list([symbol("quote"), self.read()])
        if token == "#t" or token == "#f":
            return TRUE if token == "#t" else FALSE
        try:
            return W_Int(int(token))
        except ValueError:
            return symbol(token)


def make_list(items):
    w = NIL
    for i in range(len(items) - 1, -1, -1):
        w = W_Pair(items[i], w)
    return w


def items_of(w):
    items = []
    while isinstance(w, W_Pair):
        items.append(w.car)
        w = w.cdr
    return items


# Numbers: machine words as long as they fit.


def to_big(w):
    if isinstance(w, W_Int):
        return rbigint.fromint(w.value)
    if isinstance(w, W_Big):
        return w.value
    raise SchemeError("not a number: " + w.text())


def normal(big):
    return W_Int(big.toint()) if big.fits_int() else W_Big(big)


@specialize.arg(0)
def arithmetic(op, a, b):
    if isinstance(a, W_Int) and isinstance(b, W_Int):
        try:
            if op == "+":
                return W_Int(ovfcheck(a.value + b.value))
            if op == "-":
                return W_Int(ovfcheck(a.value - b.value))
            return W_Int(ovfcheck(a.value * b.value))
        except OverflowError:
            pass
    x, y = to_big(a), to_big(b)
    if op == "+":
        return normal(x.add(y))
    if op == "-":
        return normal(x.sub(y))
    return normal(x.mul(y))


def add(args):
    total = W_Int(0)
    for w in args:
        total = arithmetic("+", total, w)
    return total


def sub(args):
    return arithmetic("-", args[0], args[1])


def mul(args):
    return arithmetic("*", args[0], args[1])


def less(args):
    a, b = args[0], args[1]
    if isinstance(a, W_Int) and isinstance(b, W_Int):
        return TRUE if a.value < b.value else FALSE
    return TRUE if to_big(a).lt(to_big(b)) else FALSE


def equal(args):
    a, b = args[0], args[1]
    if isinstance(a, W_Int) and isinstance(b, W_Int):
        return TRUE if a.value == b.value else FALSE
    return TRUE if a is b else FALSE


def cons(args):
    return W_Pair(args[0], args[1])


def pair(w):
    if not isinstance(w, W_Pair):
        raise SchemeError("not a pair: " + w.text())
    return w


def car(args):
    return pair(args[0]).car


def cdr(args):
    return pair(args[0]).cdr


def is_null(args):
    return TRUE if isinstance(args[0], W_Nil) else FALSE


def display(args):
    print(" ".join([w.text() for w in args]))
    return NIL


PRIMITIVES = [
    ("+", add),
    ("-", sub),
    ("*", mul),
    ("<", less),
    ("=", equal),
    ("cons", cons),
    ("car", car),
    ("cdr", cdr),
    ("null?", is_null),
    ("display", display),
]


# Evaluating.


def evaluate(w, env):
    while True:
        driver.jit_merge_point(node=w, env=env)
        if isinstance(w, W_Symbol):
            return env.find(w.name).values[w.name]
        if not isinstance(w, W_Pair):
            return w
        head = promote(w.car)
        args = items_of(w.cdr)
        if isinstance(head, W_Symbol):
            name = head.name
            if name == "quote":
                return args[0]
            if name == "if":
                if evaluate(args[0], env).is_true():
                    w = args[1]
                else:
                    w = args[2] if len(args) > 2 else NIL
                continue
            if name == "define":
                target = args[0]
                if isinstance(target, W_Pair):
                    value = W_Lambda(items_of(target.cdr), args[1:], env)
                    target = target.car
                else:
                    value = evaluate(args[1], env)
                assert isinstance(target, W_Symbol)
                env.values[target.name] = value
                return NIL
            if name == "set!":
                target = args[0]
                assert isinstance(target, W_Symbol)
                env.find(target.name).values[target.name] = evaluate(args[1], env)
                return NIL
            if name == "lambda":
                return W_Lambda(items_of(args[0]), args[1:], env)
            if name == "begin":
                for i in range(len(args) - 1):
                    evaluate(args[i], env)
                w = args[-1]
                continue
        function = evaluate(head, env)
        values = [evaluate(arg, env) for arg in args]
        if isinstance(function, W_Primitive):
            return function.function(values)
        if not isinstance(function, W_Lambda):
            raise SchemeError("not a procedure: " + function.text())
        if len(values) != len(function.params):
            raise SchemeError("wrong number of arguments")
        env = Env(function.env)
        for i in range(len(values)):
            param = function.params[i]
            assert isinstance(param, W_Symbol)
            env.values[param.name] = values[i]
        for i in range(len(function.body) - 1):
            evaluate(function.body[i], env)
        w = function.body[-1]
        driver.can_enter_jit(node=w, env=env)


PROGRAM = """
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(display (fact 10) (fact 20) (fact 30))
(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
(display (fib 15))
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
(display (map (lambda (x) (* x x)) '(1 2 3 4)))
(define (make-counter) (define n 0) (lambda () (set! n (+ n 1)) n))
(define c (make-counter))
(c) (c)
(display (c))
(define (loop i total) (if (= i 0) total (loop (- i 1) (+ total i))))
(display (loop 5000 0))
(define (fold f z l) (if (null? l) z (fold f (f z (car l)) (cdr l))))
(display (fold + 0 '(1 2 3)) (fold (lambda (a x) (cons x a)) '() '(a b c)))
(display (cons 1 2) (lambda (x) x) car #t (quote (1 (2 #f) ())))
(display 9223372036854775807 (+ 9223372036854775807 1) (- (+ 9223372036854775807 1) 1))
"""


def run(text, env):
    try:
        reader = Reader(text)
        while reader.more():
            evaluate(reader.read(), env)
    except SchemeError as e:
        print("error:", e.msg)


def entry_point(argv):
    env = Env(None)
    for name, function in PRIMITIVES:
        env.values[name] = W_Primitive(name, function)
    run(PROGRAM, env)
    run("(display (fib %s))" % (argv[1] if len(argv) > 1 else "12"), env)
    run("(display (car 5))", env)
    run("(frob)", env)
    run("((lambda (x) x))", env)
    run("(display (", env)
    run("(1 2)", env)
    return 0


def target(driver, args):
    return entry_point, None


if __name__ == "__main__":
    sys.exit(entry_point(sys.argv))
