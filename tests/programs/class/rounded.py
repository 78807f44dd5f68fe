class Money:
    def __init__(self, cents):
        self.cents = cents

    def __round__(self, digits=0):
        step = 10 ** (2 - digits)
        return Money(round(self.cents / step) * step)

    def __divmod__(self, n):
        return Money(self.cents // n), Money(self.cents % n)

    def __repr__(self):
        return f"{self.cents / 100:.2f}"


m = Money(12345)
print(round(m), round(m, 1), divmod(m, 7))
for x in (m, 3.14159):
    print(round(x, 1))
