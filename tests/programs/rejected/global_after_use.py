x = 1


def f():
    print(x)
    global x  # error: E0122


def g(x):
    global x  # error: E0122
