# Unlike callers meet in a parameter.
def show(x):
    print(x, x == 1)


def halve(x):
    return x / 2


def add(a, b):
    return a + b


show(1)
show(1.0)
show("one")
show(None)
show(True)
print(halve(3), halve(3.0), halve(True))
print(add(1, 2), add(1, 2.5), add(1.5, True), add("a", "b"), add((1,), (2, 3)))
try:
    add("a", 1)
except TypeError as e:
    print(e)
try:
    add(1, "a")
except TypeError as e:
    print(e)
try:
    add(None, (1,))
except TypeError as e:
    print(e)
