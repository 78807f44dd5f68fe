def make():
    class A:
        """An A."""
        limit = 3

        def f(self):
            return self.limit

    return A


def use(n):
    class B:
        def __init__(self, n):
            self.n = n

        def again(self):
            return B(self.n + 1)

    class C(B):
        pass

    b = C(n)
    try:
        print(isinstance(b, (B, C)), type(b) is C, b.again().n)
    finally:
        return b


for i in range(3):
    use(i)
A = make()
print(A().f(), A.limit, A.__name__)
