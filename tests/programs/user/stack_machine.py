"""A stack machine: compiler from trees to bytecode, and its interpreter."""

PUSH, LOAD, STORE, ADD, SUB, MUL, LT, JUMP, JUMP_IF_FALSE, PRINT, HALT = range(11)
NAMES = ["PUSH", "LOAD", "STORE", "ADD", "SUB", "MUL", "LT", "JUMP", "JUMP_IF_FALSE", "PRINT", "HALT"]


class Code:
    def __init__(self):
        self.ops = []
        self.args = []
        self.slots = {}

    def emit(self, op, arg=0):
        self.ops.append(op)
        self.args.append(arg)
        return len(self.ops) - 1

    def patch(self, at):
        self.args[at] = len(self.ops)

    def slot(self, name):
        if name not in self.slots:
            self.slots[name] = len(self.slots)
        return self.slots[name]

    def dump(self):
        for i, (op, arg) in enumerate(zip(self.ops, self.args)):
            yield f"{i:3} {NAMES[op]:14} {arg}"


class Num:
    def __init__(self, n):
        self.n = n

    def compile(self, code):
        code.emit(PUSH, self.n)


class Name:
    def __init__(self, name):
        self.name = name

    def compile(self, code):
        code.emit(LOAD, code.slot(self.name))


class Op:
    OPS = {"+": ADD, "-": SUB, "*": MUL, "<": LT}

    def __init__(self, op, a, b):
        self.op, self.a, self.b = op, a, b

    def compile(self, code):
        self.a.compile(code)
        self.b.compile(code)
        code.emit(self.OPS[self.op])


class Assign:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def compile(self, code):
        self.value.compile(code)
        code.emit(STORE, code.slot(self.name))


class While:
    def __init__(self, test, body):
        self.test, self.body = test, body

    def compile(self, code):
        start = len(code.ops)
        self.test.compile(code)
        out = code.emit(JUMP_IF_FALSE)
        for s in self.body:
            s.compile(code)
        code.emit(JUMP, start)
        code.patch(out)


class Print:
    def __init__(self, value):
        self.value = value

    def compile(self, code):
        self.value.compile(code)
        code.emit(PRINT)


class VM:
    def __init__(self, code):
        self.code = code
        self.stack = []
        self.slots = [0] * len(code.slots)
        self.steps = 0

    def run(self):
        ops, args, stack, slots = self.code.ops, self.code.args, self.stack, self.slots
        pc = 0
        while True:
            op = ops[pc]
            arg = args[pc]
            pc += 1
            self.steps += 1
            if op == PUSH:
                stack.append(arg)
            elif op == LOAD:
                stack.append(slots[arg])
            elif op == STORE:
                slots[arg] = stack.pop()
            elif op == ADD:
                b = stack.pop()
                stack[-1] += b
            elif op == SUB:
                b = stack.pop()
                stack[-1] -= b
            elif op == MUL:
                b = stack.pop()
                stack[-1] *= b
            elif op == LT:
                b = stack.pop()
                stack[-1] = int(stack[-1] < b)
            elif op == JUMP:
                pc = arg
            elif op == JUMP_IF_FALSE:
                if not stack.pop():
                    pc = arg
            elif op == PRINT:
                print("out:", stack.pop())
            else:
                return


program = [
    Assign("i", Num(0)),
    Assign("total", Num(0)),
    While(
        Op("<", Name("i"), Num(300000)),
        [
            Assign("total", Op("+", Name("total"), Op("*", Name("i"), Num(3)))),
            Assign("i", Op("+", Name("i"), Num(1))),
        ],
    ),
    Print(Name("total")),
]
code = Code()
for s in program:
    s.compile(code)
code.emit(HALT)
for line in code.dump():
    print(line)
vm = VM(code)
vm.run()
print(vm.steps)
