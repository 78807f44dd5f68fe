# What an annotation evaluates would have to be evaluated: only types are taken.
def f(n: print("here")):  # error: E0205
    return n


def g(n: int[str]):  # error: E0205 "not a type"
    return n


print(f(1), g(2))
