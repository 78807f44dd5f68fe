PRIORITY = {"+": 1, "-": 1, "*": 2, "/": 2}


def tokens(text):
    found = []
    number = ""
    for c in text + " ":
        if c.isdigit() or c == ".":
            number += c
            continue
        if number:
            found.append(float(number) if "." in number else int(number))
            number = ""
        if c in "+-*/()":
            found.append(c)
        elif not c.isspace():
            raise SyntaxError(f"unexpected {c!r}")
    return found


def to_postfix(items):
    output, stack = [], []
    for item in items:
        if isinstance(item, (int, float)):
            output.append(item)
        elif item == "(":
            stack.append(item)
        elif item == ")":
            while stack[-1] != "(":
                output.append(stack.pop())
            stack.pop()
        else:
            while stack and stack[-1] != "(" and PRIORITY[stack[-1]] >= PRIORITY[item]:
                output.append(stack.pop())
            stack.append(item)
    while stack:
        output.append(stack.pop())
    return output


def evaluate(text):
    stack = []
    for item in to_postfix(tokens(text)):
        if isinstance(item, str):
            b = stack.pop()
            a = stack.pop()
            if item == "+":
                stack.append(a + b)
            elif item == "-":
                stack.append(a - b)
            elif item == "*":
                stack.append(a * b)
            else:
                stack.append(a / b)
        else:
            stack.append(item)
    return stack.pop()


for text in ["1 + 2 * 3", "(1 + 2) * 3", "10 / 4 - 1", "2.5*2", "1/0", "2 $ 3", "1 +", "((7))"]:
    try:
        print(text, "=", evaluate(text))
    except (ZeroDivisionError, SyntaxError, IndexError) as e:
        print(text, "failed:", type(e).__name__, e)
