"""The operators of range that Python itself can say."""

from rlib.python.arguments import bound


def get_slice(self, start, stop, step):
    by = 1 if step is None else bound(step)
    if by == 0:
        raise ValueError("slice step cannot be zero")
    n = len(self)
    if by > 0:
        i = 0 if start is None else clamped(bound(start), n, 0, n)
        j = n if stop is None else clamped(bound(stop), n, 0, n)
    else:
        i = n - 1 if start is None else clamped(bound(start), n, -1, n - 1)
        j = -1 if stop is None else clamped(bound(stop), n, -1, n - 1)
    return range(self.start + i * self.step, self.start + j * self.step, self.step * by)


def clamped(place, n, least, most):
    if place < 0:
        place += n
    return least if place < least else most if place > most else place


def count(self, value):
    return 1 if value in self else 0


def index(self, value):
    if value not in self:
        raise ValueError(f"{value!r} is not in range")
    n = 0
    for item in self:
        if item == value:
            break
        n += 1
    return n
