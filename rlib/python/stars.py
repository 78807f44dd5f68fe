"""Builtin functions that are called with a star, `print(*xs)`: how many arguments there
are, is known when the program runs."""

from rlib import lowlevel as ll


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


def columns(iterables):
    """zip, of which nobody can tell that it takes all its items at once."""
    rows = []
    for iterable in iterables:
        row = []
        for x in iterable:
            row.append(x)
        rows.append(row)
    result = []
    if len(rows) > 0:
        n = len(rows[0])
        for row in rows:
            n = len(row) if len(row) < n else n
        for i in range(n):
            column = []
            for row in rows:
                column.append(row[i])
            result.append(ll.freeze(column))
    return result
