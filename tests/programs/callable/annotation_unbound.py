# An annotation is evaluated where the function is defined.
try:

    def h(n: Later):
        return n

    print("defined")
except NameError as e:
    print(e)
Later = int


def k(n: Later) -> Later:
    return n


print(k(3))


def last(n: Never):
    return n


Never = int
