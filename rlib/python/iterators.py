"""Iterators as values: generators. A loop that is alone with its iterator needs none of
these."""


def iterate(iterable, /):
    return over(iter(iterable))


def zipped(*iterables):
    return over(zip(*iterables))


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
