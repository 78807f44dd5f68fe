# A calculator in reverse Polish notation; operators in a dict of functions.
def divide(a, b):
    if b == 0:
        raise ZeroDivisionError("cannot divide by zero")
    return a / b


OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": divide,
    "^": lambda a, b: a ** b,
    "max": max,
}
UNARY = {"neg": lambda x: -x, "sqrt": lambda x: x ** 0.5, "abs": abs}
PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}


def evaluate(expression):
    stack = []
    for token in expression.split():
        if token in OPERATORS:
            if len(stack) < 2:
                raise ValueError(f"'{token}' needs two operands")
            b, a = stack.pop(), stack.pop()
            stack.append(OPERATORS[token](a, b))
        elif token in UNARY:
            stack.append(UNARY[token](stack.pop()))
        elif token == "dup":
            stack.append(stack[-1])
        elif token == "swap":
            stack[-1], stack[-2] = stack[-2], stack[-1]
        else:
            stack.append(float(token))
    if len(stack) != 1:
        raise ValueError(f"{len(stack)} values left: {stack}")
    return stack[0]


def tokens(text):
    result, number = [], ""
    for ch in text:
        if ch.isdigit() or ch == ".":
            number += ch
            continue
        if number:
            result.append(number)
            number = ""
        if not ch.isspace():
            result.append(ch)
    if number:
        result.append(number)
    return result


def to_rpn(text):
    output, stack = [], []
    for t in tokens(text):
        if t in PRECEDENCE:
            while stack and stack[-1] != "(" and (PRECEDENCE[stack[-1]] > PRECEDENCE[t] or PRECEDENCE[stack[-1]] == PRECEDENCE[t] and t != "^"):
                output.append(stack.pop())
            stack.append(t)
        elif t == "(":
            stack.append(t)
        elif t == ")":
            while stack and stack[-1] != "(":
                output.append(stack.pop())
            if not stack:
                raise SyntaxError("unbalanced ')'")
            stack.pop()
        else:
            output.append(t)
    while stack:
        if stack[-1] == "(":
            raise SyntaxError("unbalanced '('")
        output.append(stack.pop())
    return " ".join(output)


for text in ["3 4 +", "5 1 2 + 4 * + 3 -", "2 3 ^ 4 max", "1 0 /", "1 +", "1 2", "2 x *", "16 sqrt neg", "", "3 dup *", "7 2 swap -", "sqrt"]:
    try:
        print(f"{text!r:>22} = {evaluate(text):g}")
    except ZeroDivisionError as e:
        print(f"{text!r:>22} : {e}")
    except (ValueError, IndexError) as e:
        print(f"{text!r:>22} : {type(e).__name__}: {e}")
for text in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "10 / 4 - 1", "(1 + 2", "1) + 2", "((2.5))"]:
    try:
        rpn = to_rpn(text)
        print(text, "->", rpn, "=", evaluate(rpn))
    except SyntaxError as e:
        print(text, "->", e)
