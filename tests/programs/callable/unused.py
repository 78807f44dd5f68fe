# A function that is never called is never typed.
def never_called(a, b):
    return a + b + 1 + "text"


def also_not(x):
    return -"text"


print("ok")
