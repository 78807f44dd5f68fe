"""A base that says what `with` needs."""

from contextlib import AbstractContextManager


class Timer(AbstractContextManager):
    def __init__(self):
        self.n = 0

    def __exit__(self, typ, value, traceback):
        self.n += 1


with Timer() as t:
    print(t.n)
print(t.n, isinstance(t, AbstractContextManager))
try:
    AbstractContextManager()
except TypeError as e:
    print(type(e).__name__)
