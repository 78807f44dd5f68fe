"""The collector: precise, generational, moving (Jones, Hosking, Moss, "The Garbage
Collection Handbook", chapters 2, 3, 9).

```text
heap base                     old                old_top         granted
   | nursery ->      <- R | S | objects without gaps | tables    |
   nursery   top end   remembered
```

New objects are bumped into the nursery. When it is full, a *young collection* copies
what is reachable there behind the old objects, by Cheney's scan. When the old
objects are 7/4 of the bytes that survived the last time, a *full collection* marks
and slides them together: one bit for each 8 bytes says what lives, and one sum for
each 512 bytes where its first survivor goes, so that the new place of an object is a
sum and a count of bits (Kermany and Petrank, "The Compressor", PLDI 2006). Both
tables lie behind the old objects, for as long as it takes.

Roots are the slots of the shadow stack, at whose bottom the global references lie.
An old object whose header has the bit `watched` tells when a reference is written
into it, once (hook `remember`); the entry goes to R, the bit away. A written static
object is in S for good. Where R has no room, all old objects are looked through.

A young object's flags are zero. Its header, once it was copied, is `moved`, and the
next 32 bits say where to, in units of 8 bytes from `old`.

The rows of the table of structs are two u32: the bytes before the tail; and, from the
lowest bit on, log2 of the item's size (2 bits), whether the references begin at 8 and
not at 4, whether the tail holds references, whether there is a tail, and the bytes of
references before the tail (backends/src/lower/collector.rs). Addresses are i64.
"""

from rlib import lowlevel as ll
from rlib.io import ll_print_str

# Bytes of all objects at which MemoryError is raised.
limit = 1073741824
nursery_size = 4194304
# Memory is asked for by this and an eighth more than is needed.
spare = 131072
# Not 0: every allocation collects, every n-th in full, and what is free is poisoned.
stress = 0
# Not 0: the heap is checked around every full collection; so it is where `stress` is not 0.
checks = 0

top = 0
end = 0
# 0: nothing was allocated yet.
nursery = 0
extent = 0
remembered = 0
missed = False
statics = 0
statics_end = 0
old = 0
old_top = 0
old_limit = 0
full_at = 0
granted = 0
# Behind it memory is zero, and so it is behind `soiled` in the nursery.
dirty = 0
soiled = 0
ticks = 0

# The references that the current phase looks at are those into these addresses.
moving = 0
moving_size = 0
sums = 0
# What is still to be followed when objects are marked.
pending = 0
pending_begin = 0
pending_end = 0
overflowed = False


def ll_allocate(size):
    """The address of that many zeroed bytes, a multiple of 8 (hook `allocate`)."""
    global top
    address = top
    if ll.uint_lt(end - address, size):
        return ll_allocate_slowly(size)
    top = address + size
    return address


def ll_allocate_slowly(size):
    """The same, where the nursery has no room for it."""
    global top, end, full_at, ticks
    if nursery == 0:
        ll_begin()
    if stress > 0:
        ticks += 1
        if ll.uint_rem(ticks, stress) == 0:
            full_at = 0
        ll_collect(0)
    if ll.uint_lt(limit, size):
        raise MemoryError()
    if size > extent >> 3:
        if old_top - old + size > full_at or not ll_room(size + extent):
            ll_collect(size)
        return ll_allocate_old(size)
    if end - top < size:
        ll_collect(0)
    top += size
    if stress > 0:
        end = top
    return top - size


def ll_allocate_reserve(size):
    """The same without a collection or an exception (hook `allocate_reserve`)."""
    global top
    if nursery == 0:
        ll_begin()
    address = top
    if end - address >= size:
        top = address + size
        return address
    if not ll_room(size + extent):
        ll_die()
    return ll_allocate_old(size)


def ll_allocate_old(size):
    """The same among the old objects, where there is room. Until the next
    collection the object counts as one that may hold references to young ones."""
    global old_top, dirty
    address = old_top
    old_top += size
    ll.fill_memory(address, 0, (dirty if dirty < old_top else old_top) - address)
    if dirty < old_top:
        dirty = old_top
    ll_push(address)
    return address


def ll_begin():
    """The first thing."""
    global nursery, extent, remembered, statics, statics_end, old, old_top, old_limit, full_at, dirty, soiled
    extent = nursery_size
    if stress > 0:
        extent = 8192
    if limit < extent << 2:
        extent = limit >> 2 & -8
    nursery = ll.platform_heap_base()
    soiled = nursery
    statics = nursery + extent
    remembered = statics
    statics_end = statics
    old = statics + (ll.n_watched_statics() << 3)
    old_top = old
    dirty = old
    old_limit = limit - extent
    full_at = extent << 2
    if full_at > old_limit:
        full_at = old_limit
    if not ll_room(extent):
        ll_die()
    ll_open(extent)


def ll_die():
    ll_print_str(2, "MemoryError\n")
    ll.platform_exit(1)


def ll_room(size):
    """Is there memory for so many bytes more of old objects, and for the tables of a
    full collection then?"""
    global granted
    need = old_top + size
    need += (need - old >> 5) + 64
    if need <= granted:
        return True
    base = ll.platform_heap_base()
    # More than is asked for, in proportion: few calls in all.
    found = ll.platform_memory(need - base + (need - old >> 3) + spare)
    if found == 0:
        found = ll.platform_memory(need - base)
    if found == 0:
        return False
    granted = found
    return True


def ll_open(size):
    """The empty nursery gives that many zeroed bytes."""
    global top, end, remembered, soiled
    if stress > 0:
        # What is new does not lie where something old lay.
        start = top if nursery < top and top - nursery < extent >> 1 else nursery
        ll.fill_memory(nursery, 219, extent)
        ll.fill_memory(start, 0, statics - start)
        top = start
        end = start + (size >> 1)
    else:
        ll.fill_memory(nursery, 0, soiled - nursery)
        ll.fill_memory(remembered, 0, statics - remembered)
        top = nursery
        end = nursery + size
    soiled = nursery
    remembered = statics
    ll_keep_entries_free()


# What was written into old and static objects.


def ll_remember(object):
    """References were written into the watched object (hook `remember`)."""
    global statics_end
    if nursery == 0:
        ll_begin()
    ll.store_u32(object, ll.load_u32(object) & 16777215)
    if ll.uint_lt(object - nursery, old_top - nursery):
        ll_push(object)
    else:
        ll.store_i64(statics_end, object)
        statics_end += 8


def ll_remember_item(object, i):
    """A reference was written to an item of the watched object's tail (hook
    `remember_item`). Of a long one only that slot is remembered."""
    if ll.load_u32(object + 4) < 512 or not ll.uint_lt(object - nursery, old_top - nursery):
        ll_remember(object)
        return
    size, info = ll_row(ll.load_u32(object))
    slot = object + size + (i << (info & 3))
    if ll.uint_lt(ll.load_ptr(slot) - nursery, extent):
        ll_push(slot | 1)


def ll_push(entry):
    """The next young collection begins there, too."""
    global remembered, missed
    if remembered - top < 8:
        missed = True
        return
    remembered -= 8
    ll.store_i64(remembered, entry)
    ll_keep_entries_free()


def ll_keep_entries_free():
    """New objects leave room for entries that come before the next collection: to look
    through all old objects costs as much as a full one."""
    global end
    last = remembered - (extent >> 5)
    if end > last:
        end = last if last > top else top


# Room behind an object (LlOp::LeaveRoom): an object of the struct `kind`, to which there
# is no reference, so that a collection takes it away. Forgotten, it has bit 25 in its header.


def ll_size(object):
    """The bytes before its tail, and log2 of the bytes of an item."""
    size, info = ll_row(ll.load_u32(object))
    return size, info & 3


def ll_leave_room(object, n, kind):
    """The tail is only its first n items; the others become room (hook `leave_room`)."""
    size, shift = ll_size(object)
    end = object + (size + (ll.load_u32(object + 4) << shift) + 7 & -8)
    ll.store_u32(object + 4, n)
    ll_set_room(object + (size + (n << shift) + 7 & -8), end, kind)


def ll_set_room(at, end, kind):
    if at < end:
        ll.store_u32(at, kind)
        ll.store_u32(at + 4, end - at - 8)


def ll_room_behind(object, size, kind):
    """The room behind the object of that size, or 0."""
    at = object + size
    stop = at
    if ll.uint_lt(object - nursery, extent):
        stop = top
    elif ll.uint_lt(object - old, old_top - old):
        stop = old_top
    return at if at < stop and ll.load_u32(at) & -16777217 == kind else 0


def ll_take_room(object, n, kind):
    """Makes the tail n items long, if there is room for them (hook `take_room`)."""
    size, shift = ll_size(object)
    at = ll_room_behind(object, size + (ll.load_u32(object + 4) << shift) + 7 & -8, kind)
    if at == 0:
        return False
    end = at + 8 + ll.load_u32(at + 4)
    at = object + (size + (n << shift) + 7 & -8)
    if at > end:
        return False
    ll.store_u32(object + 4, n)
    ll_set_room(at, end, kind)
    return True


def ll_forget_room(object, kind):
    """The tail, if there is one, cannot grow any more (hook `forget_room`)."""
    if object == 0:
        return
    size, info = ll_row(ll.load_u32(object))
    if info & 16 == 0:
        return
    at = ll_room_behind(object, size + (ll.load_u32(object + 4) << (info & 3)) + 7 & -8, kind)
    if at != 0:
        ll.store_u32(at, kind | 33554432)


# Collections.


def ll_collect(size):
    """Empties the nursery. Where then so many bytes among the old objects are too
    many, a full collection makes room for them, or MemoryError is raised."""
    global full_at
    checked = (checks > 0 or stress > 0) and old_top - old + size > full_at
    if checked:
        ll_check_remembered()
    ll_collect_young()
    if old_top - old + size <= full_at and ll_room(size + extent):
        ll_open(extent)
        return
    ll_collect_old()
    if checked:
        ll_check_references()
    used = old_top - old
    # Twice that, less a quarter of what lives: the peak is what counts as the program's size.
    full_at = (used + size << 1) - (used >> 2)
    if full_at < extent << 2:
        full_at = extent << 2
    if full_at > old_limit:
        full_at = old_limit
    if used <= old_limit and ll_room(extent):
        ll_open(extent)
    else:
        # Some room for the exception and its handlers.
        reserve = 4096 if extent > 4096 else extent
        if not ll_room(reserve):
            ll_die()
        ll_open(reserve)
    if used + size > old_limit or not ll_room(size + extent):
        raise MemoryError()


def ll_collect_young():
    """Copies what lives in the nursery behind the old objects."""
    global moving, moving_size, missed, dirty, soiled
    moving = nursery
    moving_size = extent
    scan = old_top
    if missed:
        scan = old
        missed = False
    ll_visit_roots(ll_promote)
    entry = remembered
    while entry < statics:
        object = ll.load_i64(entry)
        if object & 1 != 0:
            ll_visit_slots(object - 1, object, ll_promote)
        else:
            ll_scan(object, 16777216, ll_promote)
        entry += 8
    while scan < old_top:
        scan += ll_scan(scan, 16777216, ll_promote)
    if dirty < old_top:
        dirty = old_top
    soiled = top


def ll_collect_old():
    """Slides what lives among the old objects together. The references that are still
    to be followed are on a stack in the nursery, which is empty, or behind the tables."""
    global old_top, moving, moving_size, sums, dirty, soiled
    global pending, pending_begin, pending_end, overflowed
    moving = old
    moving_size = old_top - old
    words = moving_size + 511 >> 9 << 3
    sums = old_top + words
    ll.fill_memory(old_top, 0, words)
    if dirty < sums + words:
        dirty = sums + words
    if granted - sums - words > extent:
        pending_begin = sums + words
        pending_end = granted
        dirty = granted
    else:
        pending_begin = nursery
        pending_end = statics
        soiled = statics
    pending = pending_begin
    ll_visit_roots(ll_mark)
    ll_drain()
    while overflowed:
        overflowed = False
        at = ll_next_live(0)
        while at < moving_size:
            at = ll_next_live(at + ll_push_references(old + at))
            ll_drain()
    to = old
    for i in range(0, words >> 3):
        ll.store_i64(sums + (i << 3), to)
        to += ll.int_popcnt(ll.load_i64(old_top + (i << 3))) << 3
    ll_visit_roots(ll_new_place)
    at = ll_next_live(0)
    while at < moving_size:
        object = old + at
        size = ll_scan(object, 0, ll_new_place)
        ll_move(object, ll_new_place(object, 0), size)
        at = ll_next_live(at + size)
    old_top = to
    if stress > 0:
        ll.fill_memory(old_top, 219, dirty - old_top)


def ll_visit_roots(visit):
    """Visits all references that do not lie in an object of the heap: where `visit`
    says that what one refers to will be, is written there."""
    ll_visit_slots(ll.roots_begin() + 8, ll.roots_end(), visit)
    entry = statics
    while entry < statics_end:
        ll_scan(ll.load_i64(entry), 0, visit)
        entry += 8


def ll_row(header):
    """The struct's row."""
    number = header & 16777215
    row = ll.struct_rows() + (number << 3)
    if stress + checks > 0 and (number << 3 >= ll.load_u32(ll.struct_rows() + 4) or ll.load_u32(row + 8) == 0):
        ll_broken("an object of no struct")
    return ll.load_u32(row + 8), ll.load_u32(row + 12)


def ll_scan(object, flag, visit):
    """Visits the object's references and sets the flag in its header; gives its size."""
    header = ll.load_u32(object)
    ll.store_u32(object, header | flag)
    size, info = ll_row(header)
    slot = object + 4 + (info & 4)
    stop = slot + (info >> 5)
    ll_visit_slots(slot, stop, visit)
    if info & 16 != 0:
        slot = object + size
        size += ll.load_u32(object + 4) << (info & 3)
        if info & 8 != 0:
            ll_visit_slots(slot, object + size, visit)
    return size + 7 & -8


def ll_visit_slots(slot, stop, visit):
    """Visits the references from slot to stop."""
    low = moving
    size = moving_size
    while slot < stop:
        p = ll.load_ptr(slot)
        if ll.uint_lt(p - low, size):
            ll.store_ptr(slot, visit(p, slot))
        slot += ll.pointer_size()


def ll_promote(p, slot):
    """Where the young object is copied to."""
    global old_top
    header = ll.load_u32(p)
    if header > 16777215:
        return old + (ll.load_u32(p + 4) << 3)
    size, info = ll_row(header)
    if info & 16 != 0:
        size += ll.load_u32(p + 4) << (info & 3)
    size = size + 7 & -8
    to = old_top
    old_top += size
    ll_move(p, to, size)
    ll.store_u32(p, 2147483648)
    ll.store_u32(p + 4, to - old >> 3)
    return to


def ll_move(source, target, size):
    """Copies an object, perhaps to overlapping memory below."""
    if size > 128:
        ll.copy_memory(source, target, size)
        return
    i = 0
    while i < size:
        ll.store_i64(target + i, ll.load_i64(source + i))
        i += 8


def ll_mark(p, slot):
    """The old object lives, with all its bytes. It stays where it is for now."""
    at = p - moving
    word = old_top + (at >> 9 << 3)
    bit = at >> 3 & 63
    if ll.uint_shr(ll.load_i64(word), bit) & 1 != 0:
        return p
    n = ll_push_references(p) >> 3
    while bit + n > 64:
        ll.store_i64(word, ll.load_i64(word) | ll.int_shl(-1, bit))
        n -= 64 - bit
        bit = 0
        word += 8
    ll.store_i64(word, ll.load_i64(word) | ll.int_shl(ll.uint_shr(-1, 64 - n), bit))
    return p


def ll_push_references(object):
    """The object's references are to be followed; gives its size."""
    size, info = ll_row(ll.load_u32(object))
    slot = object + 4 + (info & 4)
    ll_push_slots(slot, slot + (info >> 5))
    if info & 16 != 0:
        slot = object + size
        size += ll.load_u32(object + 4) << (info & 3)
        if info & 8 != 0:
            ll_push_slots(slot, object + size)
    return size + 7 & -8


def ll_push_slots(slot, stop):
    """The references from slot to stop are to be followed."""
    global pending, overflowed
    if slot == stop:
        return
    if pending + 16 > pending_end:
        overflowed = True
        return
    ll.store_i64(pending, slot)
    ll.store_i64(pending + 8, stop)
    pending += 16


def ll_drain():
    """Follows all references that are to be followed; of a long row of them some at a
    time, so that few are pending at once."""
    global pending
    while pending > pending_begin:
        slot = ll.load_i64(pending - 16)
        stop = ll.load_i64(pending - 8)
        if stop - slot > 256:
            stop = slot + 256
            ll.store_i64(pending - 16, stop)
        else:
            pending -= 16
        while slot < stop:
            p = ll.load_ptr(slot)
            if ll.uint_lt(p - moving, moving_size):
                ll_mark(p, slot)
            slot += ll.pointer_size()


def ll_next_live(at):
    """The first object that lives from there on, or the end, counted from `old`."""
    while at < moving_size:
        rest = ll.uint_shr(ll.load_i64(old_top + (at >> 9 << 3)), at >> 3 & 63)
        if rest != 0:
            return at + (ll.int_ctz(rest) << 3)
        at = (at >> 9) + 1 << 9
    return at


def ll_new_place(p, slot):
    """Where the old object goes."""
    at = p - moving
    word = at >> 9 << 3
    before = ll.load_i64(old_top + word) & ~ll.int_shl(-1, at >> 3 & 63)
    return ll.load_i64(sums + word) + (ll.int_popcnt(before) << 3)


# Checks: what the collector and the program's barriers promise each other.


def ll_broken(how):
    ll_print_str(2, "the heap is broken: ")
    ll_print_str(2, how)
    ll_print_str(2, "\n")
    ll.platform_exit(70)


def ll_bytes_of(object):
    """The object's size."""
    size, info = ll_row(ll.load_u32(object))
    if info & 16 != 0:
        size += ll.load_u32(object + 4) << (info & 3)
    return size + 7 & -8


def ll_check_remembered():
    """Before a collection: does each old object that holds a reference to a young one
    stand in R, or the place where it lies?"""
    global moving, moving_size
    moving = nursery
    moving_size = extent
    at = old
    while at < old_top and not missed:
        if ll.load_u32(at) & 16777216 != 0:
            ll_scan(at, 0, ll_check_is_remembered)
        at += ll_bytes_of(at)


def ll_check_is_remembered(p, slot):
    """The reference lies in an object that is watched: nobody has written to it as a whole."""
    entry = remembered
    while entry < statics and ll.load_i64(entry) != slot | 1:
        entry += 8
    if entry >= statics:
        ll_broken("an old object refers to a young one, and nobody was told")
    return p


def ll_check_references():
    """Behind a full collection: do the objects lie without gaps, and does each reference
    refer to the beginning of one? The bits say where they begin."""
    global moving, moving_size, dirty
    words = old_top - old + 511 >> 9 << 3
    ll.fill_memory(old_top, 0, words)
    if dirty < old_top + words:
        dirty = old_top + words
    at = old
    while at < old_top:
        word = old_top + (at - old >> 9 << 3)
        ll.store_i64(word, ll.load_i64(word) | ll.int_shl(1, at - old >> 3 & 63))
        at += ll_bytes_of(at)
    if at != old_top:
        ll_broken("the last object ends behind it")
    moving = nursery
    moving_size = old_top - nursery
    ll_visit_roots(ll_check_is_object)
    at = old
    while at < old_top:
        at += ll_scan(at, 0, ll_check_is_object)
    ll.fill_memory(old_top, 219 if stress > 0 else 0, words)


def ll_check_is_object(p, slot):
    at = p - old
    if at < 0 or at & 7 != 0:
        ll_broken("a reference to no object")
    if ll.uint_shr(ll.load_i64(old_top + (at >> 9 << 3)), at >> 3 & 63) & 1 == 0:
        ll_broken("a reference into an object")
    return p
