# A function may be called only after its def has run.
def first():
    return second() + 1


try:
    print(first())
except NameError as e:
    print(e)


def second():
    return 41


print(first())
