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


# Keys, hash and text.


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
