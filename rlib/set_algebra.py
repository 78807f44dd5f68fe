"""Sets from sets, and questions about two of them. Keys are added in the order in
which CPython's sets do it, because that order is seen.

A list, or a tuple, may stand in for the second set: then it is given `hash_key`.
"""

from rlib import lowlevel as ll
from rlib.set import (
    ll_is_live,
    ll_set_add,
    ll_set_clear,
    ll_set_contains,
    ll_set_discard,
    ll_set_grow,
    ll_set_new,
    ll_set_put,
    ll_set_resize,
    ll_table_copy,
    ll_table_free_slot,
)


def ll_set_copy(s):
    """s.copy(), set(s), frozenset(s)."""
    return ll_set_copy_as(s, s)


def ll_set_copy_as(like, s):
    """A copy of s that is of the same class as the other set."""
    r = ll_set_new(like)
    if s.used > 0:
        ll_set_reserve(r, s.used)
        ll_set_copy_table(r, s)
    return r


def ll_set_display(s):
    """A display of three or more constants, whose keys s got one by one. CPython's
    compiler makes it a constant, and each time a set is made of that."""
    return ll_set_copy(ll_set_constant(s))


def ll_set_constant(s):
    """A constant of CPython's: a display after `in`, or in the head of a `for`. The
    keys of s, a set that was just made, were added once more to another, in its order."""
    r = ll_set_new(s)
    for i in range(0, len(s.hashes)):
        kept = s.hashes[i]
        if ll_is_live(kept):
            ll_set_put(r, ll_table_free_slot(r.hashes, kept), s.keys[i], kept)
    return r


def ll_set_reserve(s, n):
    """A table for n keys more, if it may be needed."""
    if (s.fill + n) * 5 >= (len(s.hashes) - 1) * 3:
        ll_set_resize(s, (s.used + n) * 2)


def ll_set_copy_table(s, other):
    """Brings other's keys into a set whose table is empty, and large enough."""
    size = len(s.hashes)
    if size == len(other.hashes) and other.fill == other.used:
        ll.copy_items(other.hashes, 0, s.hashes, 0, size)
        ll.copy_items(other.keys, 0, s.keys, 0, size)
    else:
        ll_table_copy(s.hashes, s.keys, other.hashes, other.keys)
    s.used = other.used
    s.fill = other.used


def ll_set_update(s, other, eq):
    """s.update(other), s |= other."""
    if ll.ptr_eq(ll.cast(ll.Object, s), ll.cast(ll.Object, other)) or other.used == 0:
        return
    ll_set_reserve(s, other.used)
    if s.fill == 0:
        ll_set_copy_table(s, other)
        return
    i = 0
    while i < len(other.hashes):
        kept = other.hashes[i]
        if ll_is_live(kept):
            ll_set_add(s, other.keys[i], kept, eq)
        i += 1


def ll_set_update_list(s, l, hash_key, eq):
    """s.update(l) for a list or tuple."""
    i = 0
    while i < l.length:
        key = l.items[i]
        ll_set_add(s, key, hash_key(key), eq)
        i += 1


def ll_set_update_dict(s, d, eq):
    """s.update(d) for a dict: its keys."""
    ll_set_reserve(s, d.used)
    e = 0
    while e < d.fill:
        h = d.hashes[e]
        if h != -1:
            ll_set_add(s, d.keys[e], h, eq)
        e += 1


def ll_set_union(a, b, eq):
    """a | b."""
    r = ll_set_copy(a)
    if not ll.ptr_eq(ll.cast(ll.Object, a), ll.cast(ll.Object, b)):
        ll_set_update(r, b, eq)
    return r


def ll_set_intersection(a, b, eq):
    """a & b: the keys of the smaller that are in the other, too."""
    if ll.ptr_eq(ll.cast(ll.Object, a), ll.cast(ll.Object, b)):
        return ll_set_copy(a)
    if b.used > a.used:
        return ll_set_common(b, a, ll_set_new(a), eq)
    return ll_set_common(a, b, ll_set_new(a), eq)


def ll_set_common(s, other, r, eq):
    """Brings the keys of other that are in s, too, into the empty set r."""
    i = 0
    while i < len(other.hashes):
        kept = other.hashes[i]
        if ll_is_live(kept):
            key = other.keys[i]
            if ll_set_contains(s, key, kept, eq):
                ll_set_add(r, key, kept, eq)
        i += 1
    return r


def ll_set_intersection_list(s, l, hash_key, eq):
    """s.intersection(l) for a list, tuple, or the keys of a dict as a list."""
    r = ll_set_new(s)
    i = 0
    while i < l.length:
        key = l.items[i]
        h = hash_key(key)
        if ll_set_contains(s, key, h, eq):
            ll_set_add(r, key, h, eq)
        i += 1
    return r


def ll_set_become(s, r):
    """s takes the keys of r, which is not used any more: s &= other, where r is s & other."""
    s.used = r.used
    s.fill = r.fill
    s.hashes = r.hashes
    s.keys = r.keys


def ll_set_difference(a, b, eq):
    """a - b."""
    if a.used >> 2 > b.used:
        r = ll_set_copy(a)
        ll_set_difference_update(r, b, eq)
        return r
    r = ll_set_new(a)
    i = 0
    while i < len(a.hashes):
        kept = a.hashes[i]
        if ll_is_live(kept):
            key = a.keys[i]
            if not ll_set_contains(b, key, kept, eq):
                ll_set_add(r, key, kept, eq)
        i += 1
    return r


def ll_set_difference_update(s, other, eq):
    """s.difference_update(other), s -= other."""
    if ll.ptr_eq(ll.cast(ll.Object, s), ll.cast(ll.Object, other)):
        ll_set_clear(s)
        return
    if other.used >> 3 > s.used:
        ll_set_discard_all(s, ll_set_intersection(s, other, eq), eq)
    else:
        ll_set_discard_all(s, other, eq)
    ll_set_tidy(s)


def ll_set_discard_all(s, other, eq):
    """Discards the keys of other."""
    i = 0
    while i < len(other.hashes):
        kept = other.hashes[i]
        if ll_is_live(kept):
            ll_set_discard(s, other.keys[i], kept, eq)
        i += 1


def ll_set_difference_update_list(s, l, hash_key, eq):
    """s.difference_update(l) for a list or tuple."""
    i = 0
    while i < l.length:
        key = l.items[i]
        ll_set_discard(s, key, hash_key(key), eq)
        i += 1
    ll_set_tidy(s)


def ll_set_tidy(s):
    """A new table where more than a quarter of the slots are deleted keys'."""
    if s.fill - s.used > len(s.hashes) - 1 >> 2:
        ll_set_grow(s)


def ll_set_symmetric_difference(a, b, eq):
    """a ^ b."""
    r = ll_set_copy_as(a, b)
    ll_set_symmetric_difference_update(r, a, eq)
    return r


def ll_set_symmetric_difference_update(s, other, eq):
    """s.symmetric_difference_update(other), s ^= other."""
    if ll.ptr_eq(ll.cast(ll.Object, s), ll.cast(ll.Object, other)):
        ll_set_clear(s)
        return
    i = 0
    while i < len(other.hashes):
        kept = other.hashes[i]
        if ll_is_live(kept):
            key = other.keys[i]
            if not ll_set_discard(s, key, kept, eq):
                ll_set_add(s, key, kept, eq)
        i += 1


# Questions.


def ll_set_isdisjoint(a, b, eq):
    """a.isdisjoint(b)."""
    if ll.ptr_eq(ll.cast(ll.Object, a), ll.cast(ll.Object, b)):
        return a.used == 0
    if b.used > a.used:
        return not ll_set_any_in(b, a, eq)
    return not ll_set_any_in(a, b, eq)


def ll_set_any_in(s, other, eq):
    """Is any key of other in s?"""
    i = 0
    while i < len(other.hashes):
        kept = other.hashes[i]
        if ll_is_live(kept) and ll_set_contains(s, other.keys[i], kept, eq):
            return True
        i += 1
    return False


def ll_set_isdisjoint_list(s, l, hash_key, eq):
    """s.isdisjoint(l) for a list or tuple."""
    i = 0
    while i < l.length:
        key = l.items[i]
        if ll_set_contains(s, key, hash_key(key), eq):
            return False
        i += 1
    return True


def ll_set_le(a, b, eq):
    """a <= b, a.issubset(b), b.issuperset(a)."""
    if a.used > b.used:
        return False
    i = 0
    while i < len(a.hashes):
        kept = a.hashes[i]
        if ll_is_live(kept) and not ll_set_contains(b, a.keys[i], kept, eq):
            return False
        i += 1
    return True


def ll_set_lt(a, b, eq):
    """a < b."""
    return a.used < b.used and ll_set_le(a, b, eq)


def ll_set_eq(a, b, eq):
    """a == b."""
    return a.used == b.used and ll_set_le(a, b, eq)


def ll_set_issuperset_list(s, l, hash_key, eq):
    """s.issuperset(l) for a list or tuple."""
    i = 0
    while i < l.length:
        key = l.items[i]
        if not ll_set_contains(s, key, hash_key(key), eq):
            return False
        i += 1
    return True
