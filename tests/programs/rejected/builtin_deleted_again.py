# After `del` the name means the builtin again.
def max(a, b):
    return "mine"


def use():
    return max(3, 4)  # error: E0302 "one of several functions"


print(use())
del max
print(use())
