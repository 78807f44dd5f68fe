# A stack machine whose instructions are objects of many classes: virtual calls.
import sys


class Machine:
    def __init__(self, code):
        self.code = code
        self.stack = []
        self.variables = [0] * 8
        self.at = 0
        self.steps = 0

    def run(self):
        code = self.code
        n = len(code)
        while self.at < n:
            instruction = code[self.at]
            self.at += 1
            self.steps += 1
            instruction.execute(self)
        return self.variables


class Instruction:
    def execute(self, machine):
        raise NotImplementedError


class Push(Instruction):
    def __init__(self, value):
        self.value = value

    def execute(self, machine):
        machine.stack.append(self.value)


class Load(Instruction):
    def __init__(self, number):
        self.number = number

    def execute(self, machine):
        machine.stack.append(machine.variables[self.number])


class Store(Instruction):
    def __init__(self, number):
        self.number = number

    def execute(self, machine):
        machine.variables[self.number] = machine.stack.pop()


class Binary(Instruction):
    def execute(self, machine):
        b = machine.stack.pop()
        a = machine.stack.pop()
        machine.stack.append(self.apply(a, b))

    def apply(self, a, b):
        raise NotImplementedError


class Add(Binary):
    def apply(self, a, b):
        return a + b


class Subtract(Binary):
    def apply(self, a, b):
        return a - b


class Multiply(Binary):
    def apply(self, a, b):
        return a * b


class Modulo(Binary):
    def apply(self, a, b):
        return a % b


class Less(Binary):
    def apply(self, a, b):
        return 1 if a < b else 0


class Jump(Instruction):
    def __init__(self, target):
        self.target = target

    def execute(self, machine):
        machine.at = self.target


class JumpIfZero(Jump):
    def execute(self, machine):
        if machine.stack.pop() == 0:
            machine.at = self.target


def program(n):
    """i = 0; while i < n: total = (total * 31 + i) % 1000003; i = i + 1"""
    return [
        Load(0), Push(n), Less(), JumpIfZero(17),
        Load(1), Push(31), Multiply(), Load(0), Add(), Push(1000003), Modulo(), Store(1),
        Load(0), Push(1), Add(), Store(0), Jump(0),
    ]  # fmt: skip


def main(n):
    machine = Machine(program(n))
    variables = machine.run()
    print(variables, machine.steps)


main(int(sys.argv[1]))
