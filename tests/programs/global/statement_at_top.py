# global at the top level says nothing.
global x
x = 5
print(x)


def f():
    global y, x
    y = x + 1


f()
print(x, y)
