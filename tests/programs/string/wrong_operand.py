# The operand's type is known only when the program runs.
def pick(n):
    if n > 0:
        return "text"
    return n


def attempt(n):
    try:
        print("<" + pick(n))
    except TypeError as e:
        print(e)
    try:
        print(pick(n) + "!")
    except TypeError as e:
        print(e)
    try:
        print(pick(n) * 2)
    except TypeError as e:
        print(e)
    try:
        print(len(pick(n)))
    except TypeError as e:
        print(e)
    try:
        print(pick(n) - 1)
    except TypeError as e:
        print(e)
    try:
        print(pick(n) < "z")
    except TypeError as e:
        print(e)


attempt(1)
attempt(-1)
