"""A brainfuck interpreter as one writes them for RPython: the program is parsed once, its
brackets are matched, runs of the same command are folded, and a driver marks the loop."""

import sys

from rpython.rlib.jit import JitDriver, elidable, hint, unroll_safe
from rpython.rlib.rstring import StringBuilder

ADD = 0
MOVE = 1
OPEN = 2
CLOSE = 3
WRITE = 4
READ = 5
CLEAR = 6

# Ten to the fifth, in a cell of 8 bits, and from there to a letter.
POWERS = "+" * 10 + "[>++++++++++" * 4 + "[>+<-]<" + "-]<" * 3 + "-]>>>>>" + "-" * 95 + ".[-]++++++++++."

HELLO = """
++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.
------.--------.>>+.>++.
"""


def location(pc, program):
    return "%d of %d" % (pc, len(program.ops))


driver = JitDriver(greens=["pc", "program"], reds=["tape", "out"], get_printable_location=location)


class Program(object):
    """The commands, each with its operand: a count, or the place of the other bracket."""

    _immutable_fields_ = ["ops[*]", "operands[*]"]

    def __init__(self, ops, operands):
        self.ops = ops
        self.operands = operands

    @elidable
    def op(self, pc):
        return self.ops[pc]

    @elidable
    def operand(self, pc):
        return self.operands[pc]


class Tape(object):
    _virtualizable_ = ["cells[*]", "position"]

    def __init__(self):
        self = hint(self, access_directly=True)
        self.cells = [0]
        self.position = 0

    def get(self):
        return self.cells[self.position]

    def set(self, value):
        self.cells[self.position] = value & 255

    def move(self, by):
        self.position += by
        assert self.position >= 0
        while len(self.cells) <= self.position:
            self.cells.append(0)


class BracketError(Exception):
    def __init__(self, place):
        self.place = place


@unroll_safe
def parse(text):
    ops = []
    operands = []
    opened = []
    i = 0
    while i < len(text):
        c = text[i]
        if c == "+" or c == "-":
            fold(ops, operands, ADD, 1 if c == "+" else -1)
        elif c == ">" or c == "<":
            fold(ops, operands, MOVE, 1 if c == ">" else -1)
        elif c == "[":
            if text[i : i + 3] == "[-]":
                ops.append(CLEAR)
                operands.append(0)
                i += 3
                continue
            opened.append(len(ops))
            ops.append(OPEN)
            operands.append(0)
        elif c == "]":
            if not opened:
                raise BracketError(i)
            start = opened.pop()
            operands[start] = len(ops)
            ops.append(CLOSE)
            operands.append(start)
        elif c == ".":
            ops.append(WRITE)
            operands.append(0)
        elif c == ",":
            ops.append(READ)
            operands.append(0)
        i += 1
    if opened:
        raise BracketError(opened[-1])
    return Program(ops, operands)


def fold(ops, operands, op, by):
    if ops and ops[-1] == op:
        operands[-1] += by
    else:
        ops.append(op)
        operands.append(by)


def interpret(program, given):
    pc = 0
    tape = Tape()
    out = StringBuilder()
    n_read = 0
    while pc < len(program.ops):
        driver.jit_merge_point(pc=pc, program=program, tape=tape, out=out)
        op = program.op(pc)
        operand = program.operand(pc)
        if op == ADD:
            tape.set(tape.get() + operand)
        elif op == MOVE:
            tape.move(operand)
        elif op == OPEN:
            if tape.get() == 0:
                pc = operand
        elif op == CLOSE:
            if tape.get() != 0:
                pc = operand
                driver.can_enter_jit(pc=pc, program=program, tape=tape, out=out)
        elif op == WRITE:
            out.append(chr(tape.get()))
        elif op == READ:
            tape.set(ord(given[n_read]) if n_read < len(given) else 0)
            n_read += 1
        else:
            tape.set(0)
        pc += 1
    return out.build()


def run(text, given):
    try:
        print(interpret(parse(text), given), end="")
    except BracketError as e:
        print("bracket without its other half:", e.place)


def entry_point(argv):
    run(HELLO, "")
    run(POWERS, "")
    run(",[.,]", "echo\n")
    run(">,[>,]<[.<]", "\ndrawer")
    run("+[", "")
    run("+]", "")
    return 0


def target(driver, args):
    return entry_point, None


if __name__ == "__main__":
    sys.exit(entry_point(sys.argv))
