# A function that is never called is never analysed.
def never_called(a, b):
    return a + b * undefined_there


def also_not(x):
    return x + "text"


print("ok")
