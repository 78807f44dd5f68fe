# Equal code on two lines stays on two lines.
def f(n, m):
    if n == 1:
        print("one")
        return 1 // m
    else:
        print("other")
        return 1 // m


f(1, 1)
f(2, 0)
