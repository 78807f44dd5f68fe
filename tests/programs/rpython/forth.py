"""A Forth: an outer interpreter that reads words, and a threaded inner one for what `:`
compiles. Cells are machine words: arithmetic wraps, as in every Forth."""

import sys

from rpython.rlib.jit import JitDriver, promote, unroll_safe
from rpython.rlib.objectmodel import always_inline
from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rlib.rstring import StringBuilder

driver = JitDriver(greens=["ip", "code"], reds=["vm"])


class ForthError(Exception):
    def __init__(self, msg):
        self.msg = msg


class Code(object):
    """What one word does: instructions, each a word and an int."""

    def __init__(self, name):
        self.name = name
        self.words = []
        self.operands = []

    def emit(self, word, operand=0):
        self.words.append(word)
        self.operands.append(operand)
        return len(self.words) - 1


class Word(object):
    is_immediate = False

    def __init__(self, name):
        self.name = name

    def run(self, vm, operand):
        raise NotImplementedError


class Primitive(Word):
    def __init__(self, name, function):
        Word.__init__(self, name)
        self.function = function

    def run(self, vm, operand):
        self.function(vm)


class Push(Word):
    def run(self, vm, operand):
        vm.push(operand)


class Jump(Word):
    def run(self, vm, operand):
        vm.ip = operand


class JumpIfZero(Word):
    def run(self, vm, operand):
        if vm.pop() == 0:
            vm.ip = operand


class LoopEnd(Word):
    def run(self, vm, operand):
        i = vm.returns.pop() + 1
        limit = vm.returns[-1]
        if i < limit:
            vm.returns.append(i)
            vm.ip = operand
        else:
            vm.returns.pop()


class Colon(Word):
    def __init__(self, code):
        Word.__init__(self, code.name)
        self.code = code

    def run(self, vm, operand):
        vm.call(self.code)


class Variable(Word):
    def __init__(self, name, address):
        Word.__init__(self, name)
        self.address = address

    def run(self, vm, operand):
        vm.push(self.address)


PUSH = Push("(push)")
JUMP = Jump("(jump)")
JUMP_IF_ZERO = JumpIfZero("(0jump)")
LOOP_END = LoopEnd("(loop)")


def do(vm):
    start = vm.pop()
    vm.returns.append(vm.pop())
    vm.returns.append(start)


def swap(vm):
    b, a = vm.pop(), vm.pop()
    vm.push(b)
    vm.push(a)


def over(vm):
    vm.push(vm.stack[-2])


def rot(vm):
    c, b, a = vm.pop(), vm.pop(), vm.pop()
    vm.push(b)
    vm.push(c)
    vm.push(a)


def dup(vm):
    vm.push(vm.stack[-1])


def drop(vm):
    vm.pop()


def add(vm):
    b = vm.pop()
    vm.push(intmask(vm.pop() + b))


def sub(vm):
    b = vm.pop()
    vm.push(intmask(vm.pop() - b))


def mul(vm):
    b = vm.pop()
    vm.push(intmask(vm.pop() * b))


def mod(vm):
    b = vm.pop()
    if b == 0:
        raise ForthError("division by zero")
    vm.push(vm.pop() % b)


def div(vm):
    b = vm.pop()
    if b == 0:
        raise ForthError("division by zero")
    vm.push(intmask(vm.pop() // b))


def less(vm):
    b = vm.pop()
    vm.push(-1 if vm.pop() < b else 0)


def equal(vm):
    vm.push(-1 if vm.pop() == vm.pop() else 0)


def unsigned_less(vm):
    b = r_uint(vm.pop())
    vm.push(-1 if r_uint(vm.pop()) < b else 0)


def xor(vm):
    vm.push(vm.pop() ^ vm.pop())


def left(vm):
    n = vm.pop()
    vm.push(intmask(vm.pop() << (n & 63)))


def right(vm):
    n = vm.pop()
    vm.push(intmask(r_uint(vm.pop()) >> (n & 63)))


def index(vm):
    vm.push(vm.returns[-1])


def fetch(vm):
    vm.push(vm.memory[vm.pop()])


def store(vm):
    address = vm.pop()
    vm.memory[address] = vm.pop()


def dot(vm):
    vm.out.append(str(vm.pop()))
    vm.out.append(" ")


def emit(vm):
    vm.out.append(chr(vm.pop() & 127))


PRIMITIVES = {
    "dup": dup,
    "drop": drop,
    "swap": swap,
    "over": over,
    "rot": rot,
    "+": add,
    "-": sub,
    "*": mul,
    "/": div,
    "mod": mod,
    "<": less,
    "=": equal,
    "u<": unsigned_less,
    "xor": xor,
    "lshift": left,
    "rshift": right,
    "i": index,
    "@": fetch,
    "!": store,
    ".": dot,
    "emit": emit,
}


class VM(object):
    _virtualizable_ = ["stack[*]", "ip"]

    def __init__(self):
        self.stack = []
        self.returns = []
        self.memory = []
        self.ip = 0
        self.out = StringBuilder()
        self.words = {}
        for name in PRIMITIVES:
            self.words[name] = Primitive(name, PRIMITIVES[name])
        self.defining = None
        self.marks = []

    @always_inline
    def push(self, value):
        self.stack.append(value)

    @always_inline
    def pop(self):
        if not self.stack:
            raise ForthError("stack underflow")
        return self.stack.pop()

    def call(self, code):
        ip = self.ip
        self.ip = 0
        while self.ip < len(code.words):
            driver.jit_merge_point(ip=self.ip, code=code, vm=self)
            at = promote(self.ip)
            self.ip = at + 1
            code.words[at].run(self, code.operands[at])
        self.ip = ip

    @unroll_safe
    def interpret(self, text):
        tokens = text.split()
        i = 0
        while i < len(tokens):
            token = tokens[i].lower()
            i += 1
            if token == ":":
                self.defining = Code(tokens[i].lower())
                # So that it can call itself.
                self.words[self.defining.name] = Colon(self.defining)
                i += 1
            elif token == "variable":
                name = tokens[i].lower()
                self.words[name] = Variable(name, len(self.memory))
                self.memory.append(0)
                i += 1
            elif token == "(":
                while tokens[i] != ")":
                    i += 1
                i += 1
            elif self.defining is not None:
                self.compile(self.defining, token)
            else:
                word = self.words.get(token)
                if word is not None:
                    word.run(self, 0)
                else:
                    self.push(self.number(token))

    def compile(self, code, token):
        if token == ";":
            self.defining = None
        elif token == "if":
            self.marks.append(code.emit(JUMP_IF_ZERO))
        elif token == "else":
            end = code.emit(JUMP)
            code.operands[self.marks.pop()] = len(code.words)
            self.marks.append(end)
        elif token == "then":
            code.operands[self.marks.pop()] = len(code.words)
        elif token == "begin":
            self.marks.append(len(code.words))
        elif token == "until":
            code.emit(JUMP_IF_ZERO, self.marks.pop())
        elif token == "do":
            code.emit(Primitive("do", do))
            self.marks.append(len(code.words))
        elif token == "loop":
            code.emit(LOOP_END, self.marks.pop())
        else:
            word = self.words.get(token)
            if word is not None:
                code.emit(word)
            else:
                code.emit(PUSH, self.number(token))

    def number(self, token):
        try:
            return int(token)
        except ValueError:
            raise ForthError(token + "?")


PROGRAM = """
: square ( n -- n*n ) dup * ;
: fact ( n -- n! ) dup 2 < if drop 1 else dup 1 - fact * then ;
: gcd begin swap over mod dup 0 = until drop ;
variable seed
: random ( -- n ) seed @ dup 13 lshift xor dup 7 rshift xor dup 17 lshift xor dup seed ! ;
: fib dup 2 < if drop 1 else dup 1 - fib swap 2 - fib + then ;
: sum ( n -- sum ) 0 swap 0 do i square + loop ;
12 square . 20 fact . 21 fact . 1071 462 gcd . 1000 sum . 15 fib .
88172645463325252 seed ! random . random . random .
-1 1 u< . 1 -1 u< . -7 2 / . -7 2 mod .
: stars 0 do 42 emit loop ; 5 stars
"""


def run(vm, text):
    try:
        vm.interpret(text)
    except ForthError as e:
        vm.out.append("error: " + e.msg)
    print(vm.out.build())
    vm.out = StringBuilder()


def entry_point(argv):
    vm = VM()
    run(vm, PROGRAM)
    n = int(argv[1]) if len(argv) > 1 else 18
    run(vm, "%d fib ." % n)
    run(vm, "1 2 + frobnicate")
    run(vm, "drop drop drop drop")
    run(vm, "5 0 /")
    return 0


def target(driver, args):
    return entry_point, None


if __name__ == "__main__":
    sys.exit(entry_point(sys.argv))
