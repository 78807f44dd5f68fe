"""Builtin functions and types that Python itself can say. Each goes over its
arguments once."""

from rlib import lowlevel as ll
from rlib.bytearray import ll_bytearray_of
from rlib.format import ll_format_bool, ll_format_float, ll_format_object, ll_format_str
from rlib.python.bytes import make_bytes


def list_of_nothing():
    return []


def tuple_of_nothing():
    return ()


def set_of_nothing():
    return ll.new_set()


def frozenset_of_nothing():
    return ll.freeze(ll.new_set())


def dict_of_nothing():
    return {}


def list(iterable, /):
    result = []
    for x in iterable:
        result.append(x)
    return result


def tuple(iterable, /):
    result = []
    for x in iterable:
        result.append(x)
    return ll.freeze(result)


def set(iterable, /):
    result = ll.new_set()
    for x in iterable:
        ll.helper("entries.ll_set_put cxH0E00>n", result, x)
    return result


def frozenset(iterable, /):
    result = ll.new_set()
    for x in iterable:
        ll.helper("entries.ll_set_put cxH0E00>n", result, x)
    return ll.freeze(result)


def dict(pairs, /):
    result = ll.new_dict()
    for key, value in pairs:
        ll.helper("entries.ll_dict_put cxvH0E00>n", result, key, value)
    return result


def bytes(source=b"", encoding=None, errors=None):
    return make_bytes(source, encoding, errors, "bytes must be in range(0, 256)")


def bytearray(source=b"", encoding=None, errors=None):
    return ll_bytearray_of(make_bytes(source, encoding, errors, "byte must be in range(0, 256)"))


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


def min(iterable, /, *, key=None):
    return ends(iterable, key, False)


def max(iterable, /, *, key=None):
    return ends(iterable, key, True)


def min_default(iterable, /, *, default, key=None):
    return ends_default(iterable, key, default, False)


def max_default(iterable, /, *, default, key=None):
    return ends_default(iterable, key, default, True)


def ends(iterable, key, largest):
    items = []
    for x in iterable:
        items.append(x)
    if len(items) == 0:
        raise ValueError("max() arg is an empty sequence" if largest else "min() arg is an empty sequence")
    return best(items, key, largest)


def ends_default(iterable, key, default, largest):
    items = []
    for x in iterable:
        items.append(x)
    if len(items) == 0:
        return default
    return best(items, key, largest)


def best(items, key, largest):
    found = items[0]
    if key is None:
        for x in items:
            if x > found if largest else x < found:
                found = x
        return found
    least = key(found)
    first = True
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
        return value.__format__(spec)
    if isinstance(value, float):
        return ll_format_float(value, spec)
    return ll_format_object(str(value), spec, ll.class_name_of(value))


def map(function, iterable, /):
    result = []
    for x in iterable:
        result.append(function(x))
    return result


def filter(function, iterable, /):
    result = []
    for x in iterable:
        if x if function is None else function(x):
            result.append(x)
    return result
