# The def that ran last counts.
def f():
    return "first"


print(f())


def f():
    return "second"


print(f())
