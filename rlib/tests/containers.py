"""Low-level containers of Python's values, and back."""

from rlib import dict as rdict, hash as rhash, lowlevel as ll, set as rset

CLASSES = {bool: ll.BoolArray, int: ll.IntArray, float: ll.FloatArray}


def item_class(values):
    """The items array for the values: of pointers where they are of several types, of
    ints where there are none."""
    types = {type(x) for x in values or (0,)}
    return CLASSES.get(types.pop(), ll.ObjectArray) if len(types) == 1 else ll.ObjectArray


def new_list(values, kind=None):
    """A List of the values, without room."""
    values = list(values)
    l = ll.new(ll.List)
    l.items = ll.new_tail(kind or item_class(values), len(values))
    l.items[:] = values
    l.length = len(values)
    return l


def items_of(l):
    """The list's items; what is beyond its length must be zero."""
    zero = ll.zero_item(l.items)
    assert all(x is zero or x == zero for x in l.items[l.length :]), l.items
    return list(l.items[: l.length])


def new_dict(keys=ll.ObjectArray, values=ll.ObjectArray):
    d = ll.new(ll.Dict)
    rdict.ll_dict_init(d, ll.new_tail(keys, 0), ll.new_tail(values, 0))
    return d


def pairs_of(d):
    """The dict's items in order; what its struct says must hold."""
    live = [e for e in range(d.fill) if d.hashes[e] != -1]
    assert len(live) == d.used and d.fill + d.room <= len(d.keys), (live, d.used)
    assert sum(n == 0 for n in d.indices) > 0 and len(d.hashes) >= d.fill
    assert sorted(n - 2 for n in d.indices if n > 1) == live
    for e in set(range(len(d.keys))) - set(live):
        assert d.keys[e] == ll.zero_item(d.keys) and d.values[e] == ll.zero_item(d.values)
    return [(d.keys[e], d.values[e]) for e in live]


def new_set(kind=ll.ObjectArray):
    s = ll.new(ll.Set)
    rset.ll_set_init(s, ll.new_tail(kind, 8))
    return s


def keys_of(s):
    """The set's keys in order; what its struct says must hold."""
    live = [i for i, h in enumerate(s.hashes) if h not in (0, -1)]
    assert len(live) == s.used and len(s.keys) == len(s.hashes)
    assert sum(h != 0 for h in s.hashes) == s.fill
    return [s.keys[i] for i in live]


def hash_key(x):
    """The hash by the library, of numbers and tuples of them; else CPython's."""
    if isinstance(x, bool):
        return rhash.ll_hash_bool(x)
    if isinstance(x, int):
        return rhash.ll_hash_int(x)
    if isinstance(x, float):
        return rhash.ll_hash_float(x)
    if isinstance(x, tuple):
        return rhash.ll_hash_tuple(new_list(x, ll.ObjectArray), hash_key)
    return hash(x)
