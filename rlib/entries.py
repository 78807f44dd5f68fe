"""Dicts and sets for the compiler: their functions (rlib/dict.py, rlib/set.py) with
the hash of a key asked here, and the steps of loops."""

from rlib import lowlevel as ll
from rlib.dict import (
    ll_dict_eq,
    ll_dict_init,
    ll_dict_insert,
    ll_dict_lookup,
    ll_dict_next,
    ll_dict_rebuild,
    ll_dict_setitem,
    ll_dict_update,
)
from rlib.int import ll_int_str
from rlib.pieces import ll_add_piece, ll_finish_pieces
from rlib.set import ll_frozenset_repr, ll_set_add, ll_set_contains, ll_set_discard, ll_set_next, ll_set_repr
from rlib.set_algebra import ll_set_eq, ll_set_le, ll_set_lt
from rlib.sort import ll_end_sort, ll_keyed, ll_put_items_back, ll_sort_either_way, ll_take_items, ll_turn_back
from rlib.string import ll_concat
from rlib.string_index import ll_str_next


# Dicts.


def ll_dict_find(d, key, hash_key, eq):
    """The entry of the key, or -1."""
    h = hash_key(key)
    if d.used == 0:
        return -1
    return ll_dict_lookup(d, key, h, eq)


def ll_dict_put(d, key, value, hash_key, eq):
    """d[key] = value."""
    ll_dict_setitem(d, key, hash_key(key), value, ll_dict_lookup, eq)


def ll_dict_add(d, key, value, hash_key):
    """A new entry, for a key that is not there."""
    ll_dict_insert(d, key, hash_key(key), value)


def ll_dict_key(d, e):
    """The key of an entry."""
    return d.keys[e]


def ll_dict_value(d, e):
    """The value of an entry."""
    return d.values[e]


def ll_dict_set_value(d, e, value):
    """Another value for an entry."""
    d.values[e] = value


def ll_dict_merge(d, other, eq):
    """d.update(other), of two dicts of one type."""
    ll_dict_update(d, other, ll_dict_lookup, eq)


def ll_dict_has(d, key, hash_key, eq):
    """key in d."""
    return ll_dict_find(d, key, hash_key, eq) >= 0


def ll_dict_has_value(d, value, eq):
    """value in d.values()."""
    e = 0
    while e < d.fill:
        if d.hashes[e] != -1 and eq(d.values[e], value):
            return True
        e += 1
    return False


def ll_dict_has_item(d, key, value, hash_key, eq, value_eq):
    """(key, value) in d.items()."""
    e = ll_dict_find(d, key, hash_key, eq)
    return e >= 0 and value_eq(d.values[e], value)


def ll_dict_equal(a, b, eq, value_eq):
    """a == b."""
    return ll_dict_eq(a, b, ll_dict_lookup, eq, value_eq)


def ll_dict_more(d, e, used, left):
    """Is there a live entry from e on?"""
    return ll_dict_next(d, e, used, left) >= 0


def ll_dict_at(d, e):
    """The first live entry from e on: there is one."""
    if e < d.first:
        e = d.first
    while d.hashes[e] == -1:
        e += 1
    return e


def ll_dict_keys_repr(d, repr_key, repr_value):
    """repr(d.keys())."""
    text, size, length = ll_add_piece("", 0, 0, "dict_keys([")
    first = True
    e = 0
    while e < d.fill:
        if d.hashes[e] != -1:
            if not first:
                text, size, length = ll_add_piece(text, size, length, ", ")
            first = False
            text, size, length = ll_add_piece(text, size, length, repr_key(d.keys[e]))
        e += 1
    text, size, length = ll_add_piece(text, size, length, "])")
    return ll_finish_pieces(text, size, length)


def ll_dict_values_repr(d, repr_key, repr_value):
    """repr(d.values())."""
    text, size, length = ll_add_piece("", 0, 0, "dict_values([")
    first = True
    e = 0
    while e < d.fill:
        if d.hashes[e] != -1:
            if not first:
                text, size, length = ll_add_piece(text, size, length, ", ")
            first = False
            text, size, length = ll_add_piece(text, size, length, repr_value(d.values[e]))
        e += 1
    text, size, length = ll_add_piece(text, size, length, "])")
    return ll_finish_pieces(text, size, length)


def ll_dict_items_repr(d, repr_key, repr_value):
    """repr(d.items())."""
    text, size, length = ll_add_piece("", 0, 0, "dict_items([")
    first = True
    e = 0
    while e < d.fill:
        if d.hashes[e] != -1:
            if not first:
                text, size, length = ll_add_piece(text, size, length, ", ")
            first = False
            text, size, length = ll_add_piece(text, size, length, "(")
            text, size, length = ll_add_piece(text, size, length, repr_key(d.keys[e]))
            text, size, length = ll_add_piece(text, size, length, ", ")
            text, size, length = ll_add_piece(text, size, length, repr_value(d.values[e]))
            text, size, length = ll_add_piece(text, size, length, ")")
        e += 1
    text, size, length = ll_add_piece(text, size, length, "])")
    return ll_finish_pieces(text, size, length)


# Sets.


def ll_set_put(s, key, hash_key, eq):
    """s.add(key)."""
    ll_set_add(s, key, hash_key(key), eq)


def ll_set_has(s, key, hash_key, eq):
    """key in s."""
    return ll_set_contains(s, key, hash_key(key), eq)


def ll_set_drop(s, key, hash_key, eq):
    """s.discard(key): was it there?"""
    return ll_set_discard(s, key, hash_key(key), eq)


def ll_set_equal(a, b, eq):
    """a == b."""
    return ll_set_eq(a, b, eq)


def ll_set_within(a, b, strict, eq):
    """a < b, a <= b."""
    return ll_set_lt(a, b, eq) if strict else ll_set_le(a, b, eq)


def ll_set_more(s, i, used):
    """Is there a key from slot i on?"""
    return ll_set_next(s, i, used) >= 0


def ll_set_at(s, i):
    """The first slot with a key from i on: there is one."""
    return ll_set_next(s, i, s.used)


def ll_set_text(s, repr_key):
    """repr(s)."""
    return ll_set_repr(s, repr_key, False)


def ll_frozenset_text(s, repr_key):
    """repr(s) of a frozenset."""
    return ll_frozenset_repr(s, repr_key, False)


# Sorting.


def ll_list_sort_with(l, keys, lt, reverse):
    """Sorts l by the keys of its items, which the list keys holds; keys is spoilt."""
    n = l.length
    items = l.items
    empty = ll_take_items(l)
    if n >= 2:
        try:
            ll_sort_either_way(keys.items, items, n, lt, reverse, ll_keyed)
        except BaseException:
            ll_turn_back(items, n, reverse)
            ll_put_items_back(l, items, n)
            raise
        ll_turn_back(items, n, reverse)
    ll_end_sort(l, items, n, empty)


# Loops and unpacking.


def ll_str_step(s, at):
    """The character at a byte, and where the next one is."""
    return ll_str_next(s, at)


def ll_too_few(front, rest, least):
    """x1, *rest, xn = y: too few items."""
    text = ll_concat("not enough values to unpack (expected at least ", ll_int_str(least))
    text = ll_concat(text, ", got ")
    text = ll_concat(text, ll_int_str(front + rest))
    raise ValueError(ll_concat(text, ")"))
