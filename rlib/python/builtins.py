"""Builtin functions and types that Python itself can say. Each goes over its
arguments once."""

from rlib import lowlevel as ll
from rlib.bytearray import ll_bytearray_of
from rlib.format import ll_format_bool, ll_format_float, ll_format_object, ll_format_str
from rlib.python.bytes import make_bytes
from rlib.python.dict import add_all
from rlib.python.extreme import best, candidates, listed, several
from rlib.python.stars import columns, one_or_none, print_all
from rlib.stdin import ll_input


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


def dict(*others, **pairs):
    if len(others) > 1:
        raise TypeError("dict expected at most 1 argument, got " + str(len(others)))
    result = ll.new_dict()
    for other in others:
        add_all(result, other)
    add_all(result, pairs)
    return result


def bytes(source=b"", encoding=..., errors=...):
    if encoding is not ...:
        ll.expect("str", encoding, "bytes() argument 'encoding' must be str, not {None}")
    if errors is not ...:
        ll.expect("str", errors, "bytes() argument 'errors' must be str, not {None}")
    return make_bytes(source, encoding, errors, "bytes must be in range(0, 256)")


def bytearray(source=b"", encoding=..., errors=...):
    if encoding is not ...:
        ll.expect("str", encoding, "bytearray() argument 'encoding' must be str, not {None}")
    if errors is not ...:
        ll.expect("str", errors, "bytearray() argument 'errors' must be str, not {None}")
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


def min_star(*items, key=None):
    return best(several(items, "min"), key, False)


def max_star(*items, key=None):
    return best(several(items, "max"), key, True)


def print_star(*objects, sep=" ", end="\n", file=None, flush=False):
    print_all(objects, sep, end, file, flush)


def list_star(*iterables):
    return one_or_none(iterables, "list")


def tuple_star(*iterables):
    return ll.freeze(one_or_none(iterables, "tuple"))


def set_star(*iterables):
    return set(one_or_none(iterables, "set"))


def frozenset_star(*iterables):
    return frozenset(one_or_none(iterables, "frozenset"))


def zip_star(*iterables, strict=False):
    return columns(iterables, True if strict else False)


def reversed(sequence, /):
    result = []
    for x in sequence:
        result.append(x)
    result.reverse()
    return result


def next(iterator, /, *default):
    for x in iterator:
        return x
    if len(default) == 0:
        ll.stop(iterator)
    return default[0]


def format(value, spec="", /):
    if ll.is_object(value):
        return f"{value:{spec}}"
    if isinstance(value, str):
        return ll_format_str(value, spec)
    if isinstance(value, bool):
        return ll_format_bool(value, spec)
    if isinstance(value, int):
        return value.__format__(spec)
    if isinstance(value, float):
        return ll_format_float(value, spec)
    return ll_format_object(str(value), spec, ll.class_name_of(value))


def input(prompt="", /):
    print(prompt, end="")
    return ll_input()


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


def print_to(*objects, sep=" ", end="\n", file=None, flush=False):
    """`print` to an object's `write`."""
    if file is None:
        return print_all(objects, sep, end, None, flush)
    between = " " if sep is None else sep
    before = ""
    for x in objects:
        if before != "":
            file.write(before)
        file.write(str(x))
        before = between
    file.write("\n" if end is None else end)
    if flush:
        file.flush()
