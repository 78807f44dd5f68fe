"""divmod asks the right operand where the left one is a number; `__int__` may give a big int."""


class Step:
    def __init__(self, n):
        self.n = n

    def __divmod__(self, other):
        return "own", other

    def __rdivmod__(self, other):
        return other // self.n, other % self.n

    def __int__(self):
        return self.n * 2**70


print(divmod(17, Step(5)), divmod(2.5, Step(2)), divmod(Step(3), 4), divmod(Step(3), Step(1))[0], divmod(7, 2))
print(int(Step(3)) + 1)
