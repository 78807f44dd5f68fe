class Stream:
    def __init__(self, iterable):
        self._it = iter(iterable)

    def __iter__(self):
        return self._it

    def map(self, f):
        return Stream(map(f, self))

    def zip(self, *others):
        return Stream(zip(self, *others))

    def enumerate(self, start=0):
        return Stream(enumerate(self, start))


print(list(Stream("abc").zip("xyz", "pqr")))
print(list(Stream("abc").enumerate(1)))
print(list(Stream([1, 2, 3]).map(lambda x: x * x).enumerate(5)))
print(dict(Stream("ab").enumerate().zip([True, False])))


class Wrapped:
    def __init__(self, it):
        self.it = it

    def __iter__(self):
        return iter(self.it)


print(list(Wrapped(enumerate(Wrapped("ab")))))
