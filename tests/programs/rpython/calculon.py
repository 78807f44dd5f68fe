"""Calculon: a small language, compiled to bytecode and run by a register-free VM, in the
style of PyPy's interpreters: one loop, a frame with a value stack, a driver at its head.

    let n = 10;
    while n > 0 { if n % 2 == 0 { print n; } n = n - 1; }
    fn twice(x) { return x * 2; }
"""

import sys

from rpython.rlib.debug import check_nonneg, make_sure_not_resized
from rpython.rlib.jit import JitDriver, hint, promote, unroll_safe
from rpython.rlib.rarithmetic import intmask

CONST = 0
LOAD = 1
STORE = 2
ADD = 3
SUB = 4
MUL = 5
DIV = 6
MOD = 7
LT = 8
EQ = 9
JUMP = 10
JUMP_IF_NOT = 11
CALL = 12
RETURN = 13
PRINT = 14
POP = 15

NAMES = ("CONST LOAD STORE ADD SUB MUL DIV MOD LT EQ JUMP JUMP_IF_NOT CALL RETURN PRINT POP").split()
BINARY = {"+": ADD, "-": SUB, "*": MUL, "/": DIV, "%": MOD, "<": LT, "==": EQ}
LEVELS = [["==", "<", ">"], ["+", "-"], ["*", "/", "%"]]


class LanguageError(Exception):
    def __init__(self, message, line):
        self.message = message
        self.line = line


class Token(object):
    def __init__(self, kind, text, line):
        self.kind = kind
        self.text = text
        self.line = line


def tokenize(text):
    tokens = []
    line = 1
    i = 0
    while i < len(text):
        c = text[i]
        start = i
        if c == "\n":
            line += 1
            i += 1
        elif c.isspace():
            i += 1
        elif c.isdigit():
            while i < len(text) and text[i].isdigit():
                i += 1
            tokens.append(Token("int", text[start:i], line))
        elif c.isalpha():
            while i < len(text) and (text[i].isalnum() or text[i] == "_"):
                i += 1
            word = text[start:i]
            is_keyword = word in ("let", "while", "if", "else", "fn", "return", "print")
            tokens.append(Token(word if is_keyword else "name", word, line))
        elif text[i : i + 2] == "==":
            tokens.append(Token("==", "==", line))
            i += 2
        elif c in "+-*/%<>=(){},;":
            tokens.append(Token(c, c, line))
            i += 1
        else:
            raise LanguageError("unexpected " + repr(c), line)
    tokens.append(Token("end", "end of text", line))
    return tokens


class Function(object):
    _immutable_fields_ = ["code[*]", "n_params", "name"]

    def __init__(self, name):
        self.name = name
        self.code = []
        self.n_params = 0
        self.locals = []

    def emit(self, op, operand=0):
        self.code.append(op)
        self.code.append(operand)
        return len(self.code) - 1

    def here(self):
        return len(self.code)

    def dump(self):
        print("%s/%d" % (self.name, self.n_params))
        for pc in range(0, len(self.code), 2):
            print("  %3d %-11s %d" % (pc, NAMES[self.code[pc]], self.code[pc + 1]))


class Compiler(object):
    def __init__(self, text):
        self.tokens = tokenize(text)
        self.at = 0
        self.functions = [Function("main")]
        self.numbers = {"main": 0}
        self.current = self.functions[0]

    def peek(self):
        return self.tokens[self.at].kind

    def take(self, kind):
        token = self.tokens[self.at]
        if token.kind != kind:
            raise LanguageError("expected %s, found %s" % (kind, token.text), token.line)
        self.at += 1
        return token

    def accept(self, kind):
        if self.peek() == kind:
            self.at += 1
            return True
        return False

    def program(self):
        while self.peek() != "end":
            self.statement()
        self.finish()
        return self.functions

    def finish(self):
        self.current.emit(CONST, 0)
        self.current.emit(RETURN)
        make_sure_not_resized(self.current.code)

    def block(self):
        self.take("{")
        while not self.accept("}"):
            self.statement()

    def statement(self):
        code = self.current
        if self.accept("let"):
            name = self.take("name")
            self.take("=")
            self.expression(0)
            if name.text not in code.locals:
                code.locals.append(name.text)
            code.emit(STORE, code.locals.index(name.text))
            self.take(";")
        elif self.accept("print"):
            self.expression(0)
            code.emit(PRINT)
            self.take(";")
        elif self.accept("return"):
            self.expression(0)
            code.emit(RETURN)
            self.take(";")
        elif self.accept("while"):
            start = code.here()
            self.expression(0)
            leave = code.emit(JUMP_IF_NOT)
            self.block()
            code.emit(JUMP, start)
            code.code[leave] = code.here()
        elif self.accept("if"):
            self.expression(0)
            otherwise = code.emit(JUMP_IF_NOT)
            self.block()
            if self.accept("else"):
                end = code.emit(JUMP)
                code.code[otherwise] = code.here()
                self.block()
                code.code[end] = code.here()
            else:
                code.code[otherwise] = code.here()
        elif self.accept("fn"):
            self.function()
        elif self.peek() == "name" and self.tokens[self.at + 1].kind == "=":
            name = self.take("name")
            self.take("=")
            self.expression(0)
            code.emit(STORE, self.variable(name))
            self.take(";")
        else:
            self.expression(0)
            code.emit(POP)
            self.take(";")

    def function(self):
        outer = self.current
        name = self.take("name").text
        self.current = Function(name)
        self.numbers[name] = len(self.functions)
        self.functions.append(self.current)
        self.take("(")
        while not self.accept(")"):
            self.current.locals.append(self.take("name").text)
            self.accept(",")
        self.current.n_params = len(self.current.locals)
        self.block()
        self.finish()
        self.current = outer

    def variable(self, token):
        if token.text not in self.current.locals:
            raise LanguageError("no variable " + token.text, token.line)
        return self.current.locals.index(token.text)

    def expression(self, level):
        if level == len(LEVELS):
            return self.atom()
        self.expression(level + 1)
        while self.peek() in LEVELS[level]:
            op = self.take(self.peek()).text
            self.expression(level + 1)
            # The operand of LT says that the two change places.
            self.current.emit(LT if op == ">" else BINARY[op], int(op == ">"))

    def atom(self):
        if self.accept("("):
            self.expression(0)
            self.take(")")
        elif self.peek() == "int":
            self.current.emit(CONST, int(self.take("int").text))
        else:
            name = self.take("name")
            if self.accept("("):
                n = 0
                while not self.accept(")"):
                    self.expression(0)
                    self.accept(",")
                    n += 1
                if name.text not in self.numbers:
                    raise LanguageError("no function " + name.text, name.line)
                number = self.numbers[name.text]
                if self.functions[number].n_params != n:
                    raise LanguageError("wrong number of arguments for " + name.text, name.line)
                self.current.emit(CALL, number)
            else:
                self.current.emit(LOAD, self.variable(name))


def location(pc, function):
    return "%s:%d %s" % (function.name, pc, NAMES[function.code[pc]])


driver = JitDriver(greens=["pc", "function"], reds=["frame"], virtualizables=["frame"], get_printable_location=location)


class Frame(object):
    _virtualizable_ = ["locals[*]", "stack[*]", "depth"]

    def __init__(self, function):
        self = hint(self, access_directly=True, fresh_virtualizable=True)
        self.locals = [0] * len(function.locals)
        self.stack = [0] * 16
        self.depth = 0

    def push(self, value):
        if self.depth == len(self.stack):
            self.stack.append(0)
        self.stack[self.depth] = value
        self.depth += 1

    def pop(self):
        depth = check_nonneg(self.depth - 1)
        self.depth = depth
        return self.stack[depth]


class VM(object):
    def __init__(self, functions):
        self.functions = functions
        self.steps = 0

    @unroll_safe
    def call(self, function, caller):
        frame = Frame(function)
        for i in range(function.n_params - 1, -1, -1):
            frame.locals[i] = caller.pop()
        return self.run(function, frame)

    def run(self, function, frame):
        pc = 0
        code = function.code
        while True:
            driver.jit_merge_point(pc=pc, function=function, frame=frame)
            op = promote(code[pc])
            operand = code[pc + 1]
            pc += 2
            self.steps += 1
            if op == CONST:
                frame.push(operand)
            elif op == LOAD:
                frame.push(frame.locals[operand])
            elif op == STORE:
                frame.locals[operand] = frame.pop()
            elif op == ADD:
                b = frame.pop()
                frame.push(intmask(frame.pop() + b))
            elif op == SUB:
                b = frame.pop()
                frame.push(intmask(frame.pop() - b))
            elif op == MUL:
                b = frame.pop()
                frame.push(intmask(frame.pop() * b))
            elif op == DIV:
                b = frame.pop()
                frame.push(intmask(frame.pop() // b))
            elif op == MOD:
                b = frame.pop()
                frame.push(frame.pop() % b)
            elif op == LT:
                b = frame.pop()
                a = frame.pop()
                frame.push(int(b < a if operand else a < b))
            elif op == EQ:
                frame.push(int(frame.pop() == frame.pop()))
            elif op == JUMP:
                pc = operand
                driver.can_enter_jit(pc=pc, function=function, frame=frame)
            elif op == JUMP_IF_NOT:
                if not frame.pop():
                    pc = operand
            elif op == CALL:
                frame.push(self.call(self.functions[operand], frame))
            elif op == RETURN:
                return frame.pop()
            elif op == PRINT:
                print(frame.pop())
            elif op == POP:
                frame.pop()


PRIMES = """
fn is_prime(n) {
    if n < 2 { return 0; }
    let d = 2;
    while d * d < n + 1 {
        if n % d == 0 { return 0; }
        d = d + 1;
    }
    return 1;
}
let n = 0;
let found = 0;
while n < LIMIT {
    found = found + is_prime(n);
    n = n + 1;
}
print found;
"""

RANDOM = """
fn next(seed) { return seed * 6364136223846793005 + 1442695040888963407; }
fn fib(n) { if n > 1 { return fib(n - 1) + fib(n - 2); } else { return n; } }
let seed = 42;
let i = 0;
while i < 5 { seed = next(seed); print seed % 1000; i = i + 1; }
print fib(12);
print (1 + 2) * 3 - 10 / 4;
"""


def run(text, shows_code):
    try:
        functions = Compiler(text).program()
        if shows_code:
            for function in functions:
                function.dump()
        vm = VM(functions)
        vm.run(functions[0], Frame(functions[0]))
        print("%d steps" % vm.steps)
    except LanguageError as e:
        print("line %d: %s" % (e.line, e.message))
    except ZeroDivisionError:
        print("division by zero")


def entry_point(argv):
    limit = argv[1] if len(argv) > 1 else "500"
    run(PRIMES.replace("LIMIT", limit), False)
    run(RANDOM, True)
    run("print 1 / 0;", False)
    run("print 1\nprint 2;", False)
    run("let x = 1;\nprint y;", False)
    run("print frob(1);", False)
    run("let a = 5 ? 3;", False)
    return 0


def target(driver, args):
    return entry_point, None


if __name__ == "__main__":
    sys.exit(entry_point(sys.argv))
