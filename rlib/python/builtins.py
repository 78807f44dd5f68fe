"""Builtin functions and types that Python itself can say. Each goes over its
arguments once."""

from rlib import lowlevel as ll
from rlib.format import ll_format_bool, ll_format_float, ll_format_int, ll_format_object, ll_format_str
from rlib.python.dict import add_all


def list(iterable=(), /):
    result = []
    for x in iterable:
        result.append(x)
    return result


def tuple(iterable=(), /):
    result = []
    for x in iterable:
        result.append(x)
    return ll.freeze(result)


def set(iterable=(), /):
    result = ll.new_set()
    for x in iterable:
        ll.helper("entries.ll_set_put cxH0E00>n", result, x)
    return result


def frozenset(iterable=(), /):
    result = ll.new_set()
    for x in iterable:
        ll.helper("entries.ll_set_put cxH0E00>n", result, x)
    return ll.freeze(result)


def dict(other=(), /, **pairs):
    result = ll.new_dict()
    add_all(result, other)
    add_all(result, pairs)
    return result


def sorted(iterable, /, *, key=None, reverse=False):
    result = []
    for x in iterable:
        result.append(x)
    result.sort(key=key, reverse=reverse)
    return result


def sum(iterable, /, start=0):
    total = start
    for x in iterable:
        total = total + x
    return total


def any(iterable, /):
    for x in iterable:
        if x:
            return True
    return False


def all(iterable, /):
    for x in iterable:
        if not x:
            return False
    return True


def min(first, /, *others, key=None):
    return best(candidates(first, others, "min() arg is an empty sequence"), key, False)


def max(first, /, *others, key=None):
    return best(candidates(first, others, "max() arg is an empty sequence"), key, True)


def min_default(iterable, /, *, default, key=None):
    items = listed(iterable)
    return best(items, key, False) if len(items) > 0 else default


def max_default(iterable, /, *, default, key=None):
    items = listed(iterable)
    return best(items, key, True) if len(items) > 0 else default


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


def format(value, spec="", /):
    if isinstance(value, str):
        return ll_format_str(value, spec)
    if isinstance(value, bool):
        return ll_format_bool(value, spec)
    if isinstance(value, int):
        return ll_format_int(value, spec)
    if isinstance(value, float):
        return ll_format_float(value, spec)
    return ll_format_object(str(value), spec, ll.class_name_of(value))


def map(function, iterable, /, *others):
    result = []
    if len(others) == 0:
        for x in iterable:
            result.append(function(x))
    else:
        for args in zip(iterable, *others):
            result.append(function(*args))
    return result


def filter(function, iterable, /):
    result = []
    for x in iterable:
        if x if function is None else function(x):
            result.append(x)
    return result
