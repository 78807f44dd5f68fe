# A global of the program hides the builtin of that name.
def abs(x):
    return "my abs of " + str(x)


print(abs(-5))


def use(max):
    return max + 1


min = 3
print(use(4), min + 1)
