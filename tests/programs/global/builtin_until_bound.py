# Until the global is bound, its name means the builtin.
print(max(1, 2))


def max(a, b):
    return "mine"


print(max(1, 2))
