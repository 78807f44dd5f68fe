"""set and frozenset: the hash table of CPython, because a set is iterated in the
order of its table.

```text
hashes:  h0 | 0 | -1 | h3 | ...      a slot: 0 free, -1 deleted; a hash of 0 is kept as the least int
keys:    k0 |   |    | k3 | ...
```

The table has a power of two slots, 8 at first. `used` of them live and `fill` are not
free. A key is sought from the slot of its hash on in 10 neighbours (fewer at the end of
the table), then from a slot that more bits of the hash choose, and so on. When three
fifths are not free, a new table of four times `used` is filled in the order of the old.
What makes a set from others does it in the order in which CPython's does.
`finger` is where the next pop begins to look; `hash` a frozenset's once it is known,
or 0. `eq` may be the user's, and change the set.
"""

from rlib import lowlevel as ll
from rlib.list import ll_new_items
from rlib.pieces import ll_add_piece, ll_enter_repr, ll_finish_pieces, ll_leave_repr


def ll_set_init(s, keys):
    """Makes a new object an empty set. keys: a new items array of 8 zeros."""
    s.used = 0
    s.fill = 0
    s.finger = 0
    s.hash = 0
    s.keys = keys
    s.hashes = ll.new_tail(ll.IntArray, 8)


def ll_set_new(s):
    """A new empty set of the same class as s."""
    keys = ll.new_tail_like(s.keys, 8)
    hashes = ll.new_tail(ll.IntArray, 8)
    r = ll.new_like(s)
    r.used = 0
    r.fill = 0
    r.finger = 0
    r.hash = 0
    r.keys = keys
    r.hashes = hashes
    return r


# Hashes in the table.


def ll_kept_hash(h):
    """How the table keeps a hash."""
    return h if h != 0 else -9223372036854775807 - 1


def ll_first_perturb(kept):
    """The bits of the hash, as it is kept, that choose the next slots."""
    return 0 if kept == -9223372036854775807 - 1 else kept


def ll_is_live(kept):
    """Is there a key in the slot?"""
    return not ll.uint_lt(kept + 1, 2)


# Lookup and single keys.


def ll_set_lookup(s, key, h, eq):
    """The slot of the key, or -1."""
    hashes = s.hashes
    kept = ll_kept_hash(h)
    i = kept & (len(hashes) - 1)
    if hashes[i] == 0:
        return -1
    return ll_set_search(s, key, kept, eq)


def ll_set_search(s, key, kept, eq):
    """ll_set_lookup where the first slot is not free: again, where eq changes the set."""
    slot = -2
    while slot == -2:
        slot = ll_set_try_search(s, key, kept, eq)
    return slot


def ll_set_try_search(s, key, kept, eq):
    """The slot of the key, or -1; -2 where eq has changed the set."""
    hashes = s.hashes
    mask = len(hashes) - 1
    i = kept & mask
    perturb = ll_first_perturb(kept)
    while True:
        last = i + 9 if i + 9 <= mask else i
        for j in range(i, last + 1):
            other = hashes[j]
            if other == 0:
                return -1
            if other == kept:
                found = eq(s.keys[j], key)
                if not ll.ptr_eq(s.hashes, hashes) or hashes[j] != kept:
                    return -2
                if found:
                    return j
        perturb = ll.uint_shr(perturb, 5)
        i = (i * 5 + 1 + perturb) & mask


def ll_set_contains(s, key, h, eq):
    """key in s."""
    return ll_set_lookup(s, key, h, eq) >= 0


def ll_set_add(s, key, h, eq):
    """s.add(key)."""
    hashes = s.hashes
    kept = ll_kept_hash(h)
    i = kept & (len(hashes) - 1)
    if hashes[i] == 0:
        ll_set_put(s, i, key, kept)
    else:
        ll_set_add_near(s, key, kept, eq)


def ll_set_add_near(s, key, kept, eq):
    """s.add(key) where the first slot is not free: again, where eq changes the set."""
    while not ll_set_try_add(s, key, kept, eq):
        pass


def ll_set_try_add(s, key, kept, eq):
    """Adds the key, unless eq changes the set: is it there? A new key comes into the
    last deleted slot on its way, if there is one."""
    hashes = s.hashes
    mask = len(hashes) - 1
    i = kept & mask
    perturb = ll_first_perturb(kept)
    deleted = -1
    while True:
        last = i + 9 if i + 9 <= mask else i
        for j in range(i, last + 1):
            other = hashes[j]
            if other == 0:
                if deleted < 0:
                    ll_set_put(s, j, key, kept)
                else:
                    ll_set_put_again(s, deleted, key, kept)
                return True
            if other == kept:
                found = eq(s.keys[j], key)
                if not ll.ptr_eq(s.hashes, hashes) or hashes[j] != kept:
                    return False
                if found:
                    return True
            elif other == -1:
                deleted = j
        perturb = ll.uint_shr(perturb, 5)
        i = (i * 5 + 1 + perturb) & mask


def ll_set_put(s, slot, key, kept):
    """The key comes into a free slot."""
    s.keys[slot] = key
    s.hashes[slot] = kept
    s.used += 1
    fill = s.fill + 1
    s.fill = fill
    if fill * 5 >= (len(s.hashes) - 1) * 3:
        ll_set_grow(s)


def ll_set_put_again(s, slot, key, kept):
    """The key comes into the slot of a deleted one."""
    s.keys[slot] = key
    s.hashes[slot] = kept
    s.used += 1


def ll_set_grow(s):
    """A new table, in which most slots are free."""
    ll_set_resize(s, s.used * 2 if s.used > 50000 else s.used * 4)


def ll_set_resize(s, least):
    """A new table with more than `least` slots."""
    size = 8
    while size <= least:
        size += size
    if size > 1073741824:
        raise MemoryError()
    old_hashes = s.hashes
    old_keys = s.keys
    if size == 8 and len(old_hashes) == 8 and s.fill == s.used:
        return
    hashes = ll.new_tail(ll.IntArray, size)
    keys = ll_new_items(old_keys, size)
    ll_table_copy(hashes, keys, old_hashes, old_keys)
    s.hashes = hashes
    s.keys = keys
    s.fill = s.used


def ll_table_copy(hashes, keys, old_hashes, old_keys):
    """Brings all keys of a table into one that has none of them, nor deleted ones."""
    for i in range(0, len(old_hashes)):
        kept = old_hashes[i]
        if ll_is_live(kept):
            slot = ll_table_free_slot(hashes, kept)
            hashes[slot] = kept
            keys[slot] = old_keys[i]


def ll_table_free_slot(hashes, kept):
    """The first free slot for a key that is not in the table."""
    mask = len(hashes) - 1
    i = kept & mask
    if hashes[i] == 0:
        return i
    perturb = ll_first_perturb(kept)
    while True:
        last = i + 9 if i + 9 <= mask else i
        for j in range(i, last + 1):
            if hashes[j] == 0:
                return j
        perturb = ll.uint_shr(perturb, 5)
        i = (i * 5 + 1 + perturb) & mask


def ll_set_discard(s, key, h, eq):
    """s.discard(key), s.remove(key): was it there?"""
    slot = ll_set_lookup(s, key, h, eq)
    if slot < 0:
        return False
    ll_set_delete(s, slot)
    return True


def ll_set_delete(s, slot):
    """Deletes the key in a slot."""
    s.hashes[slot] = -1
    s.keys[slot] = ll.zero_item(s.keys)
    s.used -= 1


def ll_set_pop(s):
    """s.pop()."""
    if s.used == 0:
        raise KeyError("pop from an empty set")
    hashes = s.hashes
    mask = len(hashes) - 1
    i = s.finger & mask
    while not ll_is_live(hashes[i]):
        i = (i + 1) & mask
    key = s.keys[i]
    ll_set_delete(s, i)
    s.finger = i + 1
    return key


def ll_set_clear(s):
    """s.clear()."""
    ll_set_init(s, ll.new_tail_like(s.keys, 8))


def ll_set_next(s, i, used):
    """The first slot with a key from i on, or -1. used: as it was at the start."""
    if s.used != used:
        raise RuntimeError("Set changed size during iteration")
    hashes = s.hashes
    while i < len(hashes):
        if ll_is_live(hashes[i]):
            return i
        i += 1
    return -1


# Sets from sets. The order in which keys are added is CPython's.


def ll_set_copy(s):
    """s.copy(), set(s), frozenset(s)."""
    r = ll_set_new(s)
    if s.used > 0:
        ll_set_reserve(r, s.used)
        ll_set_copy_table(r, s)
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
    if ll.ptr_eq(s, other) or other.used == 0:
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
    if not ll.ptr_eq(a, b):
        ll_set_update(r, b, eq)
    return r


def ll_set_intersection(a, b, eq):
    """a & b: the keys of the smaller that are in the other, too."""
    if ll.ptr_eq(a, b):
        return ll_set_copy(a)
    if b.used > a.used:
        return ll_set_common(b, a, eq)
    return ll_set_common(a, b, eq)


def ll_set_common(s, other, eq):
    """The keys of other that are in s, too."""
    r = ll_set_new(s)
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
    if ll.ptr_eq(s, other):
        ll_set_clear(s)
        return
    if other.used >> 3 > s.used:
        other = ll_set_intersection(s, other, eq)
    i = 0
    while i < len(other.hashes):
        kept = other.hashes[i]
        if ll_is_live(kept):
            ll_set_discard(s, other.keys[i], kept, eq)
        i += 1
    ll_set_tidy(s)


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
    r = ll_set_copy(b)
    ll_set_symmetric_difference_update(r, a, eq)
    return r


def ll_set_symmetric_difference_update(s, other, eq):
    """s.symmetric_difference_update(other), s ^= other."""
    if ll.ptr_eq(s, other):
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
    if ll.ptr_eq(a, b):
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


def ll_set_keys(s, l):
    """list(s) becomes the items of l, a list that was just made."""
    items = ll.new_tail_like(s.keys, s.used)
    to = 0
    for i in range(0, len(s.hashes)):
        if ll_is_live(s.hashes[i]):
            items[to] = s.keys[i]
            to += 1
    l.items = items
    l.length = to


def ll_hash_frozenset(s):
    """hash(s) of a frozenset: the order of the keys does not matter (CPython's
    frozenset_hash). Kept in the set."""
    return s.hash if s.hash != 0 else ll_hash_frozenset_anew(s)


def ll_hash_frozenset_anew(s):
    """Computes the hash and keeps it."""
    h = ll.int_mul(s.used + 1, 1927868237)
    for i in range(0, len(s.hashes)):
        kept = s.hashes[i]
        if ll_is_live(kept):
            bits = ll_first_perturb(kept)
            h ^= ll.int_mul(bits ^ 89869747 ^ ll.int_shl(bits, 16), 3644798167)
    h ^= ll.uint_shr(h, 11) ^ ll.uint_shr(h, 25)
    h = ll.int_add(ll.int_mul(h, 69069), 907133923)
    if h == -1:
        h = 590923713
    s.hash = h
    return h


# Texts.


def ll_set_repr(s, repr_key, guarded):
    """repr(s). Guarded: a set that is in itself, by way of user objects, is shown as
    "set(...)" there."""
    if s.used == 0:
        return "set()"
    return ll_guarded_keys(s, repr_key, guarded, "{", "}", "set(...)")


def ll_frozenset_repr(s, repr_key, guarded):
    """repr(s) of a frozenset."""
    if s.used == 0:
        return "frozenset()"
    return ll_guarded_keys(s, repr_key, guarded, "frozenset({", "})", "frozenset(...)")


def ll_guarded_keys(s, repr_key, guarded, opening, close, inside):
    """The repr of the keys between brackets, or `inside` where it is being made already."""
    if not guarded:
        return ll_keys_repr(s, repr_key, opening, close)
    if not ll_enter_repr(s):
        return inside
    try:
        text = ll_keys_repr(s, repr_key, opening, close)
    except BaseException:
        ll_leave_repr()
        raise
    ll_leave_repr()
    return text


def ll_keys_repr(s, repr_key, opening, close):
    """The reprs of the keys between brackets."""
    text, size, length = ll_add_piece("", 0, 0, opening)
    i = 0
    while i < len(s.hashes):
        if ll_is_live(s.hashes[i]):
            if size > len(opening):
                text, size, length = ll_add_piece(text, size, length, ", ")
            text, size, length = ll_add_piece(text, size, length, repr_key(s.keys[i]))
        i += 1
    text, size, length = ll_add_piece(text, size, length, close)
    return ll_finish_pieces(text, size, length)
