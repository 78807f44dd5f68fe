# One function, called with unlike types.
def double(x):
    return x + x


def identity(x):
    return x


print(double(2), double(2.5), double("ab"), double(True), double((1, 2)))
print(identity(1) + 1, identity("a") + "b", identity(None), identity(2.5) * 2)
