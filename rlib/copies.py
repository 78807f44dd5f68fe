"""deepcopy: what was copied already, and containers' copies.

Each object and its copy are a pair in `pairs`, in the order in which they were made; an open
table finds a pair by where the object lies. The collector moves objects: the mark tells. It is
made with the table, in the nursery, so that it has moved where anything has, and then the table
is made anew. Copies that are made inside of others (a `__deepcopy__` calls `deepcopy`) begin
behind `first`, and see nothing before it.
"""

from rlib import lowlevel as ll
from rlib.dict import ll_dict_copy, ll_dict_init, ll_dict_insert, ll_dict_lookup, ll_dict_setitem
from rlib.list import ll_list_copy, ll_new_items, ll_new_list
from rlib.set import ll_is_live, ll_set_add, ll_set_new

# An object, its copy, the next object, ...
pairs: ll.ObjectArray = None
n_pairs = 0
first = 0
is_active = False

# 0: free; or the number of the pair, from 1 on. Null: to be made.
table: ll.IndexArray = None
mark: ll.Buffer = None
mark_at = 0


def ll_copy_begin(goes_on):
    """A deepcopy begins, or goes on inside of another that has called a method: gives what
    `ll_copy_end` wants."""
    global first, is_active, table
    if goes_on and is_active:
        return -2
    before = first if is_active else -1
    is_active = True
    first = n_pairs
    table = ll.null(ll.IndexArray)
    return before


def ll_copy_end(before):
    """It has ended, or raised."""
    global first, is_active, n_pairs, pairs, table
    if before == -2:
        return
    for i in range(first + first, n_pairs + n_pairs):
        pairs[i] = ll.null(ll.Object)
    n_pairs = first
    table = ll.null(ll.IndexArray)
    if before == -1:
        is_active = False
        first = 0
        pairs = ll.null(ll.ObjectArray)
    else:
        first = before


def ll_copied(p):
    """The copy of an object; null where there is none yet."""
    q = ll.cast(ll.Object, p)
    if n_pairs - first <= 12:
        # Not worth a table.
        for n in range(first, n_pairs):
            if ll.ptr_eq(pairs[n + n], q):
                return pairs[n + n + 1]
        return ll.null(ll.Object)
    if ll.is_null(table) or ll.address(mark) != mark_at:
        ll_make_table()
    mask = len(table) - 1
    i = ll_place_hash(q) & mask
    while True:
        n = table[i]
        if n == 0:
            return ll.null(ll.Object)
        if ll.ptr_eq(pairs[n + n - 2], q):
            return pairs[n + n - 1]
        i = (i + 1) & mask


def ll_keep_copy(p, copy):
    """The object was copied."""
    global n_pairs, pairs, table
    if ll.is_null(pairs):
        pairs = ll.new_tail(ll.ObjectArray, 16)
    elif len(pairs) == n_pairs + n_pairs:
        more = ll.new_tail(ll.ObjectArray, len(pairs) + len(pairs))
        ll.copy_items(pairs, 0, more, 0, len(pairs))
        pairs = more
    pairs[n_pairs + n_pairs] = ll.cast(ll.Object, p)
    pairs[n_pairs + n_pairs + 1] = ll.cast(ll.Object, copy)
    n_pairs += 1
    if not ll.is_null(table) and ll.address(mark) == mark_at and len(table) >= n_pairs - first << 1:
        ll_enter(n_pairs)
    else:
        table = ll.null(ll.IndexArray)


def ll_make_table():
    """The places of all pairs behind `first`, as they are now."""
    global table, mark, mark_at
    size = 16
    while size < n_pairs - first << 2:
        size += size
    fresh = ll.new_tail(ll.IndexArray, size)
    mark = ll.new_tail(ll.Buffer, 8)
    # From here on nothing is allocated.
    table = fresh
    mark_at = ll.address(mark)
    for n in range(first, n_pairs):
        ll_enter(n + 1)


def ll_enter(n):
    mask = len(table) - 1
    i = ll_place_hash(pairs[n + n - 2]) & mask
    while table[i] != 0:
        i = (i + 1) & mask
    table[i] = n


def ll_place_hash(p):
    at = ll.uint_shr(ll.address(p), 3)
    return at ^ ll.uint_shr(at, 9)


# Containers. copy_item and the like copy what is inside; they may be the user's code.


def ll_copy_list(l):
    """Of items that nobody can change."""
    r = ll_list_copy(l)
    ll_keep_copy(l, r)
    return r


def ll_deepcopy_list(l, copy_item):
    r = ll_list_copy(l)
    ll_keep_copy(l, r)
    i = 0
    while i < r.length:
        item = copy_item(r.items[i])
        # The copy may have been changed meanwhile.
        if i < r.length:
            r.items[i] = item
        i += 1
    return r


def ll_deepcopy_tuple(l, copy_item):
    items = ll_new_items(l.items, l.length)
    for i in range(0, l.length):
        items[i] = copy_item(l.items[i])
    return ll.new_sequence(l, items)


def ll_copy_dict(d):
    """Of keys and values that nobody can change."""
    r = ll_dict_copy(d)
    ll_keep_copy(d, r)
    return r


def ll_deepcopy_values(d, copy_value):
    """Of keys that nobody can change."""
    r = ll_dict_copy(d)
    ll_keep_copy(d, r)
    e = 0
    while e < r.fill:
        if r.hashes[e] != -1:
            value = copy_value(r.values[e])
            if e < r.fill:
                r.values[e] = value
        e += 1
    return r


def ll_deepcopy_dict(d, copy_key, copy_value, hash_key, eq):
    keys = ll_new_items(d.keys, 0)
    values = ll_new_items(d.values, 0)
    r = ll.new_like(d)
    ll_dict_init(r, keys, values)
    ll_keep_copy(d, r)
    e = 0
    while e < d.fill:
        if d.hashes[e] != -1:
            value = d.values[e]
            key = copy_key(d.keys[e])
            value = copy_value(value)
            ll_dict_setitem(r, key, hash_key(key), value, ll_dict_lookup, eq)
        e += 1
    return r


def ll_deepcopy_set(s, copy_item, hash_key, eq):
    r = ll_set_new(s)
    ll_keep_copy(s, r)
    i = 0
    while i < len(s.hashes):
        if ll_is_live(s.hashes[i]):
            key = copy_item(s.keys[i])
            ll_set_add(r, key, hash_key(key), eq)
        i += 1
    return r
