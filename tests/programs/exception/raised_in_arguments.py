# The inner call raises before the outer one starts.
def fail(message):
    raise ValueError(message)


def say(*, first, second):
    print("never", first, second)


def shout(text):
    print(text)
    return text


try:
    say(first=shout("first"), second=fail("from an argument"))
except ValueError as e:
    print(e)
try:
    raise KeyError(fail("from an exception's argument"))
except ValueError as e:
    print(e)
try:
    print("a" + fail("from an operand"))
except ValueError as e:
    print(e)
try:
    x = 1
    x = fail("from an assignment")
except ValueError as e:
    print(e, x)
try:
    assert fail("from a condition"), fail("from a message")
except ValueError as e:
    print(e)
try:
    assert False, fail("from a message")
except ValueError as e:
    print(e)
