# Until the global is bound, its name means the builtin; after del again.
print(max(1, 2))


def max(a, b):
    return "mine"


def use():
    return max(3, 4)


print(max(1, 2), use())
del max
print(max(1, 2), use())
