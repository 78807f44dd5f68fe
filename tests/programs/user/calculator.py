# A stack calculator for reverse Polish programs that are given as numbers:
# digits push themselves, 10..15 are operations. The stack is an int in base 1000.
ADD, SUB, MUL, DIV, SWAP, DUP = 10, 11, 12, 13, 14, 15
BASE = 1000


def push(stack, value):
    if not 0 <= value < BASE - 1:
        raise OverflowError(f"{value} does not fit")
    return stack * BASE + value + 1


def pop(stack):
    if stack == 0:
        raise IndexError("pop from empty stack")
    return stack // BASE, stack % BASE - 1


def name_of(op):
    if op < 10:
        return str(op)
    return "add" if op == ADD else "sub" if op == SUB else "mul" if op == MUL else "div" if op == DIV else "swap" if op == SWAP else "dup"


def execute(stack, op):
    if op < 10:
        return push(stack, op)
    stack, b = pop(stack)
    if op == DUP:
        return push(push(stack, b), b)
    stack, a = pop(stack)
    if op == ADD:
        return push(stack, a + b)
    elif op == SUB:
        return push(stack, a - b)
    elif op == MUL:
        return push(stack, a * b)
    elif op == DIV:
        return push(stack, a // b)
    elif op == SWAP:
        return push(push(stack, b), a)
    raise NotImplementedError(f"operation {op}")


def show(stack):
    text = ""
    while stack:
        stack, value = pop(stack)
        text = str(value) + (" " + text if text else "")
    return "[" + text + "]"


def run(program, trace=False):
    """The program is read from its last two digits backwards."""
    stack = 0
    steps = 0
    try:
        while program:
            program, op = divmod(program, 100)
            stack = execute(stack, op)
            steps += 1
            if trace:
                print("   ", name_of(op), show(stack))
    except (ArithmeticError, LookupError) as e:
        print("stopped after", steps, "steps:", repr(e))
        return None
    stack, result = pop(stack)
    if stack:
        print("left over:", show(stack))
    return result


print(run(10_03_02, trace=True))
print(run(12_15_12_15_05, trace=True))
print(run(13_14_08_02))
print(run(13_00_04))
print(run(10_01))
print(run(11_09_02))
print(run(12_15_12_15_09))
print(run(9_08_07))
try:
    print(run(42_01_01))
except NotImplementedError as e:
    print("unknown:", e)
result = run(10_05_04)
if result is not None:
    print("result + 1 =", result + 1)
