class A:
    def __init__(self):
        self.x = 1


def f(a):
    match a:
        case A(1):  # error: E0240 "A() accepts 0 positional sub-patterns (1 given)"
            return 1


f(A())
