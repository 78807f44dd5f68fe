def helper(n):
    return n + 1


def main():
    class Counter:
        start = 5

        def __init__(self):
            self.n = helper(self.start)

        def clone(self):
            return Counter()

    class Loud(Counter):
        def shout(self):
            return f"{self.n}!"

    c = Loud()
    c.n += 1
    print(c.shout(), c.clone().n, isinstance(c, Counter), type(c).__name__, Loud.__qualname__)


main()
