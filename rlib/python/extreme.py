"""min and max: the first of the least or greatest of some items."""

from rlib import lowlevel as ll


def candidates(first, others, message):
    if len(others) > 0:
        items = [first]
        for x in others:
            items.append(x)
    else:
        items = listed(first)
        if len(items) == 0:
            raise ValueError(message)
    return items


def several(items, name):
    """The arguments of a call with a star: two at least, or one that has the items."""
    if len(items) == 0:
        raise TypeError(f"{name} expected at least 1 argument, got 0")
    if len(items) > 1:
        return items
    found = listed(ll.iterable(items[0]))
    if len(found) == 0:
        raise ValueError(f"{name}() arg is an empty sequence")
    return found


def listed(iterable):
    if isinstance(iterable, list):
        return iterable
    items = []
    for x in iterable:
        items.append(x)
    return items


def best(items, key, largest):
    found = items[0]
    first = True
    if key is None:
        for x in items:
            if first:
                first = False
            elif x > found if largest else x < found:
                found = x
        return found
    least = key(found)
    for x in items:
        if first:
            first = False
            continue
        k = key(x)
        if k > least if largest else k < least:
            found = x
            least = k
    return found
