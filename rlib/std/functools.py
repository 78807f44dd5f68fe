"""Functions that take functions."""

from collections import namedtuple
from functools import cached_property, total_ordering

__all__ = [
    "cache",
    "cached_property",
    "cmp_to_key",
    "lru_cache",
    "partial",
    "reduce",
    "total_ordering",
    "update_wrapper",
    "wraps",
]

_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def reduce(function, iterable, /, *initial):
    if len(initial) > 0:
        total = initial[0]
        for x in iterable:
            total = function(total, x)
        return total
    items = list(iterable)
    if len(items) == 0:
        raise TypeError("reduce() of empty iterable with no initial value")
    result = items[0]
    for i in range(1, len(items)):
        result = function(result, items[i])
    return result


def partial(func, /, *args, **keywords):
    return lambda *others, **more: func(*args, *others, **keywords, **more)


class _Key:
    """An item with the order that a function gives it."""

    def __init__(self, compare, item):
        self.compare = compare
        self.item = item

    def __lt__(self, other):
        return self.compare(self.item, other.item) < 0

    def __gt__(self, other):
        return self.compare(self.item, other.item) > 0

    def __le__(self, other):
        return self.compare(self.item, other.item) <= 0

    def __ge__(self, other):
        return self.compare(self.item, other.item) >= 0

    def __eq__(self, other):
        return self.compare(self.item, other.item) == 0


def cmp_to_key(mycmp):
    return lambda item: _Key(mycmp, item)


def update_wrapper(wrapper, wrapped):
    wrapper.__name__ = getattr(wrapped, "__name__", wrapper.__name__)
    wrapper.__doc__ = getattr(wrapped, "__doc__", None)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped):
    """The function that it decorates is made with these attributes."""
    return lambda wrapper: wrapper


def cache(user_function, /):
    return _unbounded(user_function, False)


def _unbounded(user_function, typed):
    known = {}
    counts = [0, 0]

    def cached(*args):
        key = _key(args, typed)
        if key in known:
            counts[0] += 1
            return known[key]
        result = user_function(*args)
        counts[1] += 1
        known[key] = result
        return result

    def cache_info():
        return _CacheInfo(counts[0], counts[1], None, len(known))

    def cache_clear():
        known.clear()
        counts[:] = [0, 0]

    cached.cache_info = cache_info
    cached.cache_clear = cache_clear
    return update_wrapper(cached, user_function)


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        return lambda user_function: _bounded(user_function, maxsize, typed)
    if maxsize is None:
        return lambda user_function: _unbounded(user_function, typed)
    return _bounded(maxsize, 128, typed)


def _key(args, typed):
    """A single int or str is its own key in CPython, and so differs from a float or a bool."""
    if typed:
        return args, tuple([type(x).__name__ for x in args])
    if len(args) == 1:
        return args[0], isinstance(args[0], (int, str)) and not isinstance(args[0], bool)
    return args


def _bounded(user_function, maxsize, typed):
    """Each entry has the number of its last use; `uses` has all uses in their order, those
    among them that are no entry's last any more."""
    known = {}
    uses = []
    first = [0]
    counts = [0, 0]

    def cached(*args):
        key = _key(args, typed)
        if key in known:
            counts[0] += 1
            result = known[key][0]
        else:
            result = user_function(*args)
            counts[1] += 1
            if maxsize <= 0:
                return result
            if len(known) >= maxsize and key not in known:
                _forget(known, uses, first)
        known[key] = (result, first[0] + len(uses))
        uses.append(key)
        if len(uses) > 2 * maxsize + 64:
            _compact(known, uses, first)
        return result

    def cache_info():
        return _CacheInfo(counts[0], counts[1], max(maxsize, 0), len(known))

    def cache_clear():
        known.clear()
        uses.clear()
        first[0] = 0
        counts[:] = [0, 0]

    cached.cache_info = cache_info
    cached.cache_clear = cache_clear
    return update_wrapper(cached, user_function)


def _forget(known, uses, first):
    """Removes the entry whose last use is longest ago."""
    skipped = 0
    while known[uses[skipped]][1] != first[0] + skipped:
        skipped += 1
    del known[uses[skipped]]
    del uses[: skipped + 1]
    first[0] += skipped + 1


def _compact(known, uses, first):
    """Leaves of `uses` the last use of each entry."""
    last = [key for i, key in enumerate(uses) if known[key][1] == first[0] + i]
    uses.clear()
    for key in last:
        known[key] = (known[key][0], first[0] + len(uses))
        uses.append(key)
