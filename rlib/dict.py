"""dict: compact and in the order of insertion, as Raymond Hettinger proposed it.

```text
indices:  0 | 4 | 0 | 2 | 1 | 0 | 3 | 0         by hash: 0 free, 1 deleted, n + 2 entry n
hashes:   h0 | -1 | h2 |   |                    entries, by age: -1 marks a deleted one
keys:     k0 |    | k2 |   |
values:   v0 |    | v2 |   |
```

`used` entries live; `fill` counts those that died, too; all before `first` did, so that
who takes the oldest again and again need not look for it. `room` entries can still be
made before the dict must be rebuilt: two thirds of the indices at most are not free. An
index is never taken twice, so that a slot that still holds its entry after the
user's `eq` ran says that the entry is the same.

Most methods are a lookup, which gives an entry or -1, and something done to that
entry; what looks up for itself is given `lookup`, one of the two below, and `eq`.
A caller raises KeyError: it has the key.
"""

from rlib import lowlevel as ll
from rlib.list import ll_new_items
from rlib.pieces import ll_add_piece, ll_enter_repr, ll_finish_pieces, ll_leave_repr


def ll_dict_init(d, keys, values):
    """Makes a new object an empty dict. keys, values: items arrays of no items."""
    d.used = 0
    d.fill = 0
    d.room = 0
    d.first = 0
    d.keys = keys
    d.values = values
    d.indices = ll_no_indices()
    d.hashes = ll_no_hashes()


def ll_no_indices():
    """The indices of a dict without room, never written to."""
    return ll.zeros(ll.IndexArray, 1)


def ll_no_hashes():
    """The hashes of a dict without room."""
    return ll.zeros(ll.IntArray, 0)


# Lookup.


def ll_dict_lookup(d, key, h, eq):
    """The entry of the key, or -1. Keys of equal hashes are compared, by an eq that
    may be the user's; where it changes the dict, the lookup begins again."""
    indices = d.indices
    mask = len(indices) - 1
    i = h & mask
    perturb = h
    while True:
        n = indices[i]
        if n == 0:
            return -1
        if n > 1 and d.hashes[n - 2] == h:
            found = eq(d.keys[n - 2], key)
            if not ll.ptr_eq(d.indices, indices) or indices[i] != n:
                indices = d.indices
                mask = len(indices) - 1
                i = h & mask
                perturb = h
                continue
            if found:
                return n - 2
        perturb = ll.uint_shr(perturb, 5)
        i = (i * 5 + perturb + 1) & mask


def ll_dict_lookup_plain(d, key, h, eq):
    """The same for an eq that is cheaper than to look for the hash first, and changes
    nothing: of machine values, and of str with hashes inside."""
    indices = d.indices
    keys = d.keys
    mask = len(indices) - 1
    i = h & mask
    perturb = h
    while True:
        n = indices[i]
        if n == 0:
            return -1
        if n > 1 and eq(keys[n - 2], key):
            return n - 2
        perturb = ll.uint_shr(perturb, 5)
        i = (i * 5 + perturb + 1) & mask


# Changes.


def ll_dict_setitem(d, key, h, value, lookup, eq):
    """d[key] = value."""
    e = lookup(d, key, h, eq)
    if e >= 0:
        d.values[e] = value
    else:
        ll_dict_insert(d, key, h, value)


def ll_dict_insert(d, key, h, value):
    """A new entry, for a key that is not there: the last."""
    if d.room == 0:
        ll_dict_rebuild(d, d.used * 3)
    e = d.fill
    ll_take_index(d.indices, h, e)
    d.hashes[e] = h
    d.keys[e] = key
    d.values[e] = value
    d.fill = e + 1
    d.used += 1
    d.room -= 1


def ll_take_index(indices, h, e):
    """The first free index for the hash becomes the entry's."""
    mask = len(indices) - 1
    i = h & mask
    perturb = h
    while indices[i] != 0:
        perturb = ll.uint_shr(perturb, 5)
        i = (i * 5 + perturb + 1) & mask
    indices[i] = e + 2


def ll_dict_rebuild(d, least):
    """New arrays: without dead entries, and with at least so many indices."""
    size = 8
    while size < least:
        size += size
    if size > 1073741824:
        raise MemoryError()
    capacity = ll.int_div(size + size, 3)
    indices = ll.new_tail(ll.IndexArray, size)
    hashes = ll.new_tail(ll.IntArray, capacity)
    keys = ll_new_items(d.keys, capacity)
    values = ll_new_items(d.values, capacity)
    if d.fill == d.used:
        ll.copy_items(d.hashes, 0, hashes, 0, d.used)
        ll.copy_items(d.keys, 0, keys, 0, d.used)
        ll.copy_items(d.values, 0, values, 0, d.used)
    else:
        to = 0
        for e in range(0, d.fill):
            if d.hashes[e] != -1:
                hashes[to] = d.hashes[e]
                keys[to] = d.keys[e]
                values[to] = d.values[e]
                to += 1
    for e in range(0, d.used):
        ll_take_index(indices, hashes[e], e)
    d.indices = indices
    d.hashes = hashes
    d.keys = keys
    d.values = values
    d.fill = d.used
    d.room = capacity - d.used
    d.first = 0


def ll_dict_delete(d, e):
    """Deletes a live entry."""
    indices = d.indices
    mask = len(indices) - 1
    h = d.hashes[e]
    i = h & mask
    perturb = h
    while indices[i] != e + 2:
        perturb = ll.uint_shr(perturb, 5)
        i = (i * 5 + perturb + 1) & mask
    indices[i] = 1
    d.hashes[e] = -1
    d.keys[e] = ll.zero_item(d.keys)
    d.values[e] = ll.zero_item(d.values)
    d.used -= 1
    if e == d.first:
        e += 1
        while e < d.fill and d.hashes[e] == -1:
            e += 1
        d.first = e


def ll_dict_last(d):
    """The entry that popitem() takes, or -1: its caller deletes it by ll_dict_delete.
    Dead entries behind it are forgotten, so that they are not seen again."""
    if d.used == 0:
        return -1
    e = d.fill - 1
    while d.hashes[e] == -1:
        e -= 1
    d.fill = e + 1
    return e


def ll_dict_clear(d):
    """d.clear()."""
    ll_dict_init(d, ll.new_tail_like(d.keys, 0), ll.new_tail_like(d.values, 0))


def ll_dict_move_to_end(d, e):
    """Makes a live entry the youngest."""
    key = d.keys[e]
    value = d.values[e]
    h = d.hashes[e]
    ll_dict_delete(d, e)
    ll_dict_insert(d, key, h, value)


# Dicts from dicts.


def ll_dict_copy(d):
    """d.copy(): without dead entries."""
    r = ll.new_like(d)
    r.used = d.used
    r.fill = d.fill
    r.room = 0
    r.first = 0
    r.indices = d.indices
    r.hashes = d.hashes
    r.keys = d.keys
    r.values = d.values
    if d.used == 0:
        ll_dict_clear(r)
    else:
        ll_dict_rebuild(r, d.used + (d.used >> 1) + 1)
    return r


def ll_dict_update(d, other, lookup, eq):
    """d.update(other), d |= other."""
    if ll.ptr_eq(d, other) or other.used == 0:
        return
    if other.used > len(d.keys):
        n = d.used + other.used
        ll_dict_rebuild(d, n + (n >> 1) + 1)
    if d.used == 0 and other.fill == other.used:
        for e in range(0, other.fill):
            ll_dict_insert(d, other.keys[e], other.hashes[e], other.values[e])
    else:
        ll_dict_merge(d, other, lookup, eq)


def ll_dict_merge(d, other, lookup, eq):
    """Sets other's entries one by one."""
    n = other.fill
    e = 0
    while e < n:
        h = other.hashes[e]
        if h != -1:
            ll_dict_setitem(d, other.keys[e], h, other.values[e], lookup, eq)
            if other.fill != n:
                raise RuntimeError("dict mutated during update")
        e += 1


def ll_dict_update_keys(d, l, value, hash_key, lookup, eq):
    """d.update(dict.fromkeys(l, value)), for a list."""
    i = 0
    while i < l.length:
        key = l.items[i]
        ll_dict_setitem(d, key, hash_key(key), value, lookup, eq)
        i += 1


def ll_dict_eq(a, b, lookup, eq, value_eq):
    """a == b."""
    if a.used != b.used:
        return False
    e = 0
    while e < a.fill:
        h = a.hashes[e]
        if h != -1:
            value = a.values[e]
            f = lookup(b, a.keys[e], h, eq)
            if f < 0:
                return False
            if not value_eq(value, b.values[f]):
                return False
        e += 1
    return True


def ll_dict_keys(d, l):
    """list(d) becomes the items of l, a list that was just made."""
    l.items = ll_live_items(d, d.keys)
    l.length = d.used


def ll_dict_values(d, l):
    """list(d.values()) becomes the items of l, a list that was just made."""
    l.items = ll_live_items(d, d.values)
    l.length = d.used


def ll_live_items(d, items):
    """A new array of the live ones among the dict's keys, or values."""
    live = ll.new_tail_like(items, d.used)
    if d.fill == d.used:
        ll.copy_items(items, 0, live, 0, d.used)
        return live
    to = 0
    for e in range(0, d.fill):
        if d.hashes[e] != -1:
            live[to] = items[e]
            to += 1
    return live


# Iteration.


def ll_dict_next(d, e, used, left):
    """The first live entry from e on, or -1. used: as it was at the start; left: that,
    less one for each entry that was given."""
    if d.used != used:
        raise RuntimeError("dictionary changed size during iteration")
    if e < d.first:
        e = d.first
    while e < d.fill:
        if d.hashes[e] != -1:
            if left == 0:
                raise RuntimeError("dictionary keys changed during iteration")
            return e
        e += 1
    return -1


def ll_dict_previous(d, e, used):
    """The last live entry down from e, or -1: reversed(d) begins at fill - 1."""
    if d.used != used:
        raise RuntimeError("dictionary changed size during iteration")
    if e >= d.fill:
        e = d.fill - 1
    while e >= 0 and d.hashes[e] == -1:
        e -= 1
    return e


# Texts.


def ll_dict_repr(d, repr_key, repr_value, guarded):
    """repr(d). Guarded: a dict that is in itself is shown as "{...}" there."""
    if not guarded:
        return ll_entries_repr(d, repr_key, repr_value)
    if not ll_enter_repr(d):
        return "{...}"
    try:
        s = ll_entries_repr(d, repr_key, repr_value)
    except BaseException:
        ll_leave_repr()
        raise
    ll_leave_repr()
    return s


def ll_entries_repr(d, repr_key, repr_value):
    """The reprs of the entries between braces."""
    text, size, length = ll_add_piece("", 0, 0, "{")
    e = 0
    while e < d.fill:
        if d.hashes[e] != -1:
            if size > 1:
                text, size, length = ll_add_piece(text, size, length, ", ")
            value = d.values[e]
            text, size, length = ll_add_piece(text, size, length, repr_key(d.keys[e]))
            text, size, length = ll_add_piece(text, size, length, ": ")
            text, size, length = ll_add_piece(text, size, length, repr_value(value))
        e += 1
    text, size, length = ll_add_piece(text, size, length, "}")
    return ll_finish_pieces(text, size, length)
