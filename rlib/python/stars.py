"""Builtin functions that are called with a star, `print(*xs)`: how many arguments there
are, is known when the program runs."""

from rlib import lowlevel as ll
from rlib.python.iterators import iterate


def print_all(objects, sep, end, file, flush):
    between = " " if sep is None else sep
    before = ""
    for x in objects:
        print(before, x, sep="", end="", file=file)
        before = between
    print(end=end, file=file, flush=flush)


def one_or_none(iterables, name):
    """The items of the only argument."""
    if len(iterables) > 1:
        raise TypeError(f"{name} expected at most 1 argument, got {len(iterables)}")
    result = []
    for iterable in iterables:
        for x in ll.iterable(iterable):
            result.append(x)
    return result


def columns(iterables, strict):
    """zip: from each an item, in their order, until one has none."""
    states = []
    for iterable in iterables:
        states.append(iterate(iterable))
    while len(states) > 0:
        column = []
        for state in states:
            found = False
            for x in state:
                column.append(x)
                found = True
                break
            if not found:
                if strict:
                    check_ended(states, len(column))
                return
        yield ll.freeze(column)


def check_ended(states, n):
    """After as many have given an item as n."""
    if n > 0:
        raise ValueError("zip() argument " + str(n + 1) + " is shorter than " + arguments_to(n))
    for state in states:
        for _ in state:
            raise ValueError("zip() argument " + str(n + 1) + " is longer than " + arguments_to(n))
        n += 1


def arguments_to(n):
    return "argument 1" if n == 1 else "arguments 1-" + str(n)
