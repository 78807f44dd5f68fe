"""Iterators as values: generators. A loop that is alone with its iterator needs none of
these."""

from rlib.python.stars import arguments_to


def iterate(iterable, /):
    return over(iter(iterable))


def zipped(*iterables):
    return over(zip(*iterables))


def zipped_strictly(*iterables, strict=False):
    if not strict or len(iterables) < 2:
        return over(zip(*iterables))
    return in_step(iterables, 1, alone(iterables[0]))


def in_step(iterables, n, rows):
    """With the first n iterables as rows."""
    if n == len(iterables):
        return rows
    return in_step(iterables, n + 1, extended(rows, iterate(iterables[n]), n))


def alone(iterable):
    for x in iterable:
        yield (x,)


def extended(rows, items, n):
    """The rows of n items, each with one more."""
    for row in rows:
        try:
            x = next(items)
        except StopIteration:
            raise ValueError("zip() argument " + str(n + 1) + " is shorter than " + arguments_to(n)) from None
        yield row + (x,)
    for _ in items:
        raise ValueError("zip() argument " + str(n + 1) + " is longer than " + arguments_to(n))


def enumerated(iterable, start=0):
    return over(enumerate(iterable, start))


def turned(sequence, /):
    return over(reversed(sequence))


def mapped(function, iterable, /, *others):
    if len(others) == 0:
        return applied(function, iter(iterable))
    return applied_to_all(function, zip(iterable, *others))


def filtered(function, iterable, /):
    if function is None:
        return truths(iter(iterable))
    return kept(function, iter(iterable))


def called(function, sentinel, /):
    while True:
        x = function()
        if x == sentinel:
            return
        yield x


def over(state):
    for x in state:
        yield x


def applied(function, state):
    for x in state:
        yield function(x)


def applied_to_all(function, state):
    for args in state:
        yield function(*args)


def truths(state):
    for x in state:
        if x:
            yield x


def kept(function, state):
    for x in state:
        if function(x):
            yield x
