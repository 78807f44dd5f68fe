import math

x = "module"


class A:
    """What it is."""

    first = x
    x = "class"
    second = x
    sizes = [len(second) for _ in range(2)] if False else [n * 2 for n in range(3)]
    total = sum(sizes)
    if total > 3:
        kind = "big"
    else:
        kind = "small"
    for_pi = math.floor(math.pi)
    only: int

    def see(self):
        return x

    def table(self, scale=total):
        return scale + A.total

    shown = see
    key = lambda self, by=total: by + 1

    class Inner:
        depth = 2

        def up(self):
            return self.depth + A.total


print(A.first, A.x, A.second, A.sizes, A.total, A.kind, A.for_pi)
a = A()
print(a.see(), a.shown(), a.table(), a.table(1), a.key(), A.Inner().up(), A.Inner.depth)
A.total = 50
print(A.total, a.total, a.table(), a.table(2))


class B:
    n = 1


class B(B):
    m = B.n + 1

    def both(self):
        return self.n, self.m


print(B().both())


class Private:
    __count = 0

    def __init__(self):
        self.__id = Private.__count
        Private.__count += 1

    def __hidden(self):
        return self.__id * 10

    def show(self):
        return self.__hidden()


print(Private().show(), Private().show(), Private()._Private__id)
