"""bytearray: a Buffer, of which the first `length` bytes count. What it has in common
with bytes is in rlib/bytes.py and rlib/bytes_text.py, which take `a.items, a.length`.

Other bytes come in as there, a tail `b` and the number `m` of its bytes that count;
they may be those of the same bytearray.
"""

from rlib import lowlevel as ll
from rlib.bytes import ll_bytes_sub, ll_one_byte
from rlib.bytes_text import ll_byte_newline, ll_byte_space, ll_byte_space_before
from rlib.int import ll_int_str
from rlib.search import ll_find_byte
from rlib.slice import ll_clip, ll_slice, ll_span
from rlib.split import ll_rsplit, ll_rsplit_space, ll_split, ll_split_space, ll_splitlines
from rlib.string import ll_concat


def ll_new_bytearray(n):
    """bytearray(n): so many zeros."""
    if n < 0:
        raise ValueError("negative count")
    if n > 2147483647:
        raise MemoryError()
    items = ll.new_tail(ll.Buffer, n)
    a = ll.new(ll.ByteArray)
    a.length = n
    a.items = items
    return a


def ll_bytearray_sub(b, start, end):
    """A bytearray of the bytes start..end."""
    a = ll_new_bytearray(end - start)
    ll.copy_items(b, start, a.items, 0, end - start)
    return a


def ll_bytearray_of(b):
    """A bytearray of all of the tail's bytes."""
    return ll_bytearray_sub(b, 0, len(b))


def ll_bytearray_bytes(a):
    """bytes(a)."""
    return ll_bytes_sub(a.items, 0, a.length)


def ll_bytearray_from_ints(l):
    """bytearray(l), for a List of ints."""
    a = ll_new_bytearray(l.length)
    items = a.items
    for i in range(0, l.length):
        items[i] = ll_one_byte(l.items[i])
    return a


def ll_bytearray_place(a, i):
    """The place of item i."""
    if i < 0:
        i += a.length
    if ll.uint_le(a.length, i):
        raise IndexError("bytearray index out of range")
    return i


def ll_bytearray_getitem(a, i):
    """a[i]."""
    return a.items[ll_bytearray_place(a, i)]


def ll_bytearray_setitem(a, i, c):
    """a[i] = c."""
    c = ll_one_byte(c)
    a.items[ll_bytearray_place(a, i)] = c


def ll_bytearray_delitem(a, i):
    """del a[i]."""
    i = ll_bytearray_place(a, i)
    ll_bytearray_gap(a, i, i + 1, 0)


def ll_bytearray_gap(a, start, end, n):
    """Makes start..end a place for n bytes, which are to be set."""
    length = a.length - (end - start) + n
    items = a.items
    if length > len(items):
        if length > 2147483647:
            raise MemoryError()
        room = length + (length >> 2) + 8
        items = ll.new_tail(ll.Buffer, 2147483647 if room > 2147483647 else room)
        ll.copy_items(a.items, 0, items, 0, start)
    ll.copy_items(a.items, end, items, start + n, a.length - end)
    a.items = items
    a.length = length


def ll_bytearray_append(a, c):
    """a.append(c)."""
    c = ll_one_byte(c)
    n = a.length
    ll_bytearray_gap(a, n, n, 1)
    a.items[n] = c


def ll_bytearray_extend(a, b, m):
    """a += b, and a.extend(b) of bytes."""
    n = a.length
    ll_bytearray_gap(a, n, n, m)
    ll.copy_items(b, 0, a.items, n, m)


def ll_bytearray_extend_ints(a, l):
    """a.extend(l), for a List of ints."""
    more = ll_bytearray_from_ints(l)
    ll_bytearray_extend(a, more.items, more.length)


def ll_bytearray_insert(a, i, c):
    """a.insert(i, c)."""
    c = ll_one_byte(c)
    i = ll_clip(a.length, i)
    ll_bytearray_gap(a, i, i, 1)
    a.items[i] = c


def ll_bytearray_pop(a, i):
    """a.pop(i); without an argument, i is -1."""
    if a.length == 0:
        raise IndexError("pop from empty bytearray")
    if i < 0:
        i += a.length
    if ll.uint_le(a.length, i):
        raise IndexError("pop index out of range")
    c = a.items[i]
    ll_bytearray_gap(a, i, i + 1, 0)
    return c


def ll_bytearray_remove(a, c):
    """a.remove(c)."""
    i = ll_find_byte(a.items, 0, a.length, ll_one_byte(c))
    if i < 0:
        raise ValueError("value not found in bytearray")
    ll_bytearray_gap(a, i, i + 1, 0)


def ll_bytearray_clear(a):
    """a.clear()."""
    a.items = ll.new_tail(ll.Buffer, 0)
    a.length = 0


def ll_bytearray_reverse(a):
    """a.reverse()."""
    items = a.items
    i = 0
    k = a.length - 1
    while i < k:
        c = items[i]
        items[i] = items[k]
        items[k] = c
        i += 1
        k -= 1


def ll_bytearray_imul(a, times):
    """a *= times."""
    n = a.length
    if times <= 0:
        ll_bytearray_clear(a)
    elif n > 0:
        size, left = ll.int_mul_flag(n, times)
        if left or size > 2147483647:
            raise MemoryError()
        ll_bytearray_gap(a, n, n, size - n)
        while n < size:
            more = size - n if size - n < n else n
            ll.copy_items(a.items, 0, a.items, n, more)
            n += more


def ll_bytearray_set_slice(a, start, stop, b, m):
    """a[start:stop] = b."""
    start, count = ll_span(a.length, start, stop)
    # The bytes of a itself would move.
    source = b
    if ll.ptr_eq(ll.cast(ll.Object, b), ll.cast(ll.Object, a.items)):
        source = ll.new_tail_like(b, m)
        ll.copy_items(b, 0, source, 0, m)
    ll_bytearray_gap(a, start, start + count, m)
    ll.copy_items(source, 0, a.items, start, m)


def ll_bytearray_set_slice_step(a, start, stop, step, has_start, has_stop, b, m):
    """a[start:stop:step] = b, as ll_slice takes it."""
    if step == 1:
        ll_bytearray_set_slice(a, start if has_start else 0, stop if has_stop else a.length, b, m)
        return
    if m == 0:
        ll_bytearray_del_slice_step(a, start, stop, step, has_start, has_stop)
        return
    start, count = ll_slice(a.length, start, stop, step, has_start, has_stop)
    if count != m:
        text = ll_concat("attempt to assign bytes of size ", ll_int_str(m))
        raise ValueError(ll_concat(text, ll_concat(" to extended slice of size ", ll_int_str(count))))
    source = ll.new_tail_like(b, m)
    ll.copy_items(b, 0, source, 0, m)
    for i in range(0, count):
        a.items[start + i * step] = source[i]


def ll_bytearray_del_slice_step(a, start, stop, step, has_start, has_stop):
    """del a[start:stop:step], as ll_slice takes it."""
    start, count = ll_slice(a.length, start, stop, step, has_start, has_stop)
    if count == 0:
        return
    if step < 0:
        start += (count - 1) * step
        step = ll.int_sub(0, step)
    items = a.items
    to = start
    for i in range(0, count):
        # What stands behind the item, up to the next.
        at = start + i * step + 1
        n = step - 1 if i < count - 1 else a.length - at
        ll.copy_items(items, at, items, to, n)
        to += n
    a.length = to


def ll_bytearray_split_space(l, b, n, most):
    """l = b.split(None, most), of bytearrays."""
    ll_split_space(l, b, n, most, ll_byte_space, ll_bytearray_sub)


def ll_bytearray_rsplit_space(l, b, n, most):
    """l = b.rsplit(None, most), of bytearrays."""
    ll_rsplit_space(l, b, n, most, ll_byte_space_before, ll_bytearray_sub)


def ll_bytearray_split(l, b, n, sep, m, most):
    """l = b.split(sep, most), of bytearrays."""
    ll_split(l, b, n, sep, m, most, ll_bytearray_sub)


def ll_bytearray_rsplit(l, b, n, sep, m, most):
    """l = b.rsplit(sep, most), of bytearrays."""
    ll_rsplit(l, b, n, sep, m, most, ll_bytearray_sub)


def ll_bytearray_splitlines(l, b, n, keepends):
    """l = b.splitlines(keepends), of bytearrays."""
    ll_splitlines(l, b, n, keepends, ll_byte_newline, ll_bytearray_sub)
