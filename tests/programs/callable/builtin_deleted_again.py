# After `del` the name means the builtin again.
def max(a, b):
    return "mine"


def use():
    return max(3, 4)


print(use())
del max
print(use())
