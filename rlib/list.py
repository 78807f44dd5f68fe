"""list: a List{length, items} of any item class. Tuples of unknown length, whose items
are their tail, are read by the same functions.

The items beyond `length` are room to grow; a list that never grows has none. A
function that compares items (`eq(item, x)`, in the order of CPython) may be the
user's: it can change the list, whose fields are therefore read anew.
"""

from rlib import lowlevel as ll
from rlib.int import ll_int_str
from rlib.pieces import ll_add_piece, ll_enter_repr, ll_finish_pieces, ll_leave_repr
from rlib.slice import ll_clip, ll_slice, ll_span
from rlib.string import ll_concat


# New lists. What begins with "fill" expects a list that was just made, of no items.


def ll_new_items(items, n):
    """A new items array of the same class."""
    if ll.uint_lt(2147483647, n):
        raise MemoryError()
    return ll.new_tail_like(items, n)


def ll_new_list(l, n):
    """A new list of the same class as l, with n zeros."""
    return ll.new_sequence(l, ll_new_items(l.items, n))


def ll_list_fill(l, n, x):
    """[x] * n."""
    if n <= 0:
        return
    items = ll_new_items(l.items, n)
    items[0] = x
    ll_fill_again(items, 1, n)
    l.items = items
    l.length = n


def ll_fill_again(items, done, size):
    """Repeats the first items of the array, by doubling them, until `size` are there."""
    while done < size:
        more = size - done if size - done < done else done
        ll.copy_items(items, 0, items, done, more)
        done += more


def ll_list_fill_range(l, start, step, n):
    """list(range(...)), which has n items."""
    items = ll_new_items(l.items, n)
    for i in range(0, n):
        items[i] = start
        start = ll.int_add(start, step)
    l.items = items
    l.length = n


def ll_list_copy(l):
    """l.copy(), list(l), tuple(l)."""
    return ll_list_part(l, 0, l.length)


def ll_list_part(l, first, count):
    """A new list of `count` items of l."""
    r = ll_new_list(l, count)
    ll.copy_items(l.items, first, r.items, 0, count)
    return r


def ll_list_concat(a, b):
    """a + b."""
    n = a.length
    r = ll_new_list(a, n + b.length)
    ll.copy_items(a.items, 0, r.items, 0, n)
    ll.copy_items(b.items, 0, r.items, n, b.length)
    return r


def ll_list_repeat(l, n):
    """l * n."""
    r = ll_new_list(l, ll_repeated_length(l.length, n))
    if r.length > 0:
        ll.copy_items(l.items, 0, r.items, 0, l.length)
        ll_fill_again(r.items, l.length, r.length)
    return r


def ll_repeated_length(length, n):
    """length * n, with 0 for a negative n."""
    if n <= 0:
        return 0
    size, left = ll.int_mul_flag(length, n)
    if left:
        raise MemoryError()
    return size


# Items.


def ll_list_getitem(l, i):
    """l[i]."""
    if i < 0:
        i += l.length
    if not ll.uint_lt(i, l.length):
        raise IndexError("list index out of range")
    return l.items[i]


def ll_tuple_getitem(l, i):
    """l[i] of a tuple."""
    if i < 0:
        i += l.length
    if not ll.uint_lt(i, l.length):
        raise IndexError("tuple index out of range")
    return l.items[i]


def ll_list_setitem(l, i, x):
    """l[i] = x."""
    if i < 0:
        i += l.length
    if not ll.uint_lt(i, l.length):
        raise IndexError("list assignment index out of range")
    l.items[i] = x


def ll_list_delitem(l, i):
    """del l[i]."""
    if i < 0:
        i += l.length
    if not ll.uint_lt(i, l.length):
        raise IndexError("list assignment index out of range")
    ll_list_take_out(l, i)


def ll_list_take_out(l, i):
    """Deletes the item at i, which is there."""
    n = l.length - 1
    items = l.items
    ll.copy_items(items, i + 1, items, i, n - i)
    items[n] = ll.zero_item(items)
    l.length = n


# Growing and shrinking.


def ll_list_append(l, x):
    """l.append(x)."""
    n = l.length
    if n == len(l.items):
        ll_list_grow(l, n + 1)
    l.items[n] = x
    l.length = n + 1


def ll_list_grow(l, n):
    """Room for n items, more than there is now: half as much again at least, so that
    a million appends copy three million items, not a million squared."""
    capacity = len(l.items)
    capacity += (capacity >> 1) + 4
    if capacity > 2147483647:
        capacity = 2147483647
    items = ll_new_items(l.items, n if n > capacity else capacity)
    ll.copy_items(l.items, 0, items, 0, l.length)
    l.items = items


def ll_list_extend(l, other):
    """l.extend(other), l += other; other may be l."""
    n = l.length
    more = other.length
    if n + more > len(l.items):
        ll_list_grow(l, n + more)
    ll.copy_items(other.items, 0, l.items, n, more)
    l.length = n + more


def ll_list_insert(l, i, x):
    """l.insert(i, x)."""
    n = l.length
    i = ll_clip(n, i)
    if n == len(l.items):
        ll_list_grow(l, n + 1)
    ll.copy_items(l.items, i, l.items, i + 1, n - i)
    l.items[i] = x
    l.length = n + 1


def ll_list_pop(l):
    """l.pop()."""
    n = l.length - 1
    if n < 0:
        raise IndexError("pop from empty list")
    items = l.items
    x = items[n]
    items[n] = ll.zero_item(items)
    l.length = n
    return x


def ll_list_pop_at(l, i):
    """l.pop(i)."""
    if l.length == 0:
        raise IndexError("pop from empty list")
    if i < 0:
        i += l.length
    if not ll.uint_lt(i, l.length):
        raise IndexError("pop index out of range")
    x = l.items[i]
    ll_list_take_out(l, i)
    return x


def ll_list_clear(l):
    """l.clear()."""
    if len(l.items) > 0:
        l.items = ll.new_tail_like(l.items, 0)
        l.length = 0


def ll_list_repeat_inplace(l, n):
    """l *= n."""
    size = l.length
    if n <= 0:
        ll_list_clear(l)
        return
    n = ll_repeated_length(size, n)
    if n > len(l.items):
        ll_list_grow(l, n)
    if size > 0:
        ll_fill_again(l.items, size, n)
    l.length = n


def ll_list_reverse(l):
    """l.reverse()."""
    ll_items_reverse(l.items, 0, l.length)


def ll_items_reverse(items, first, end):
    """Turns round the items from first to before end."""
    end -= 1
    while first < end:
        x = items[first]
        items[first] = items[end]
        items[end] = x
        first += 1
        end -= 1


# Slices.


def ll_list_getspan(l, start, stop):
    """l[start:stop]: 0 and the greatest int stand for bounds that are None."""
    first, count = ll_span(l.length, start, stop)
    return ll_list_part(l, first, count)


def ll_list_getslice(l, start, stop, step, has_start, has_stop):
    """l[start:stop:step]; a step that is None is 1 here."""
    first, count = ll_slice(l.length, start, stop, step, has_start, has_stop)
    if step == 1:
        return ll_list_part(l, first, count)
    r = ll_new_list(l, count)
    source = l.items
    target = r.items
    for i in range(0, count):
        target[i] = source[first + i * step]
    return r


def ll_list_setspan(l, start, stop, other):
    """l[start:stop] = other; other may be l."""
    first, count = ll_span(l.length, start, stop)
    ll_list_splice(l, first, count, ll_apart(l, other))


def ll_list_setslice(l, start, stop, step, has_start, has_stop, other):
    """l[start:stop:step] = other; other may be l."""
    first, count = ll_slice(l.length, start, stop, step, has_start, has_stop)
    source = ll_apart(l, other)
    if step == 1:
        ll_list_splice(l, first, count, source)
        return
    if source.length != count:
        ll_wrong_size(source.length, count)
    for i in range(0, count):
        l.items[first + i * step] = source.items[i]


def ll_apart(l, other):
    """other, or a copy where it is l itself."""
    if ll.ptr_eq(l, other):
        return ll_list_copy(other)
    return other


def ll_wrong_size(n, count):
    """Raises ValueError: n items are not `count`."""
    text = ll_concat("attempt to assign sequence of size ", ll_int_str(n))
    raise ValueError(ll_concat(ll_concat(text, " to extended slice of size "), ll_int_str(count)))


def ll_list_splice(l, first, count, other):
    """Puts other's items in the place of `count` items of l."""
    n = l.length
    more = other.length
    size = n - count + more
    if size > len(l.items):
        ll_list_grow(l, size)
    end = first + count
    ll.copy_items(l.items, end, l.items, first + more, n - end)
    ll.copy_items(other.items, 0, l.items, first, more)
    if size < n:
        ll_list_shrink(l, size)
    l.length = size


def ll_list_shrink(l, size):
    """Frees what is beyond the first `size` items: zeros, or a smaller array where
    much would be left over. The length is set by the caller."""
    items = l.items
    if size < len(items) >> 2:
        l.items = ll.new_tail_like(items, size)
        ll.copy_items(items, 0, l.items, 0, size)
        return
    for i in range(size, l.length):
        items[i] = ll.zero_item(items)


def ll_list_delspan(l, start, stop):
    """del l[start:stop]."""
    first, count = ll_span(l.length, start, stop)
    ll_list_cut(l, first, count)


def ll_list_cut(l, first, count):
    """Deletes `count` items."""
    if count > 0:
        n = l.length
        end = first + count
        ll.copy_items(l.items, end, l.items, first, n - end)
        ll_list_shrink(l, n - count)
        l.length = n - count


def ll_list_delslice(l, start, stop, step, has_start, has_stop):
    """del l[start:stop:step]."""
    first, count = ll_slice(l.length, start, stop, step, has_start, has_stop)
    if step == 1 or count <= 1:
        ll_list_cut(l, first, count)
        return
    if step < 0:
        first += (count - 1) * step
        step = -step
    at = first
    for i in range(0, count):
        kept = first + i * step + 1
        n = step - 1 if i < count - 1 else l.length - kept
        ll.copy_items(l.items, kept, l.items, at, n)
        at += n
    ll_list_shrink(l, at)
    l.length = at


# Searching and comparing.


def ll_list_find(l, x, start, stop, eq):
    """Where x is, from start to before stop, or -1. No bounds: 0 and the greatest int."""
    if start < 0:
        start += l.length
        start = 0 if start < 0 else start
    if stop < 0:
        stop += l.length
    i = start
    while i < stop and i < l.length:
        if eq(l.items[i], x):
            return i
        i += 1
    return -1


def ll_list_contains(l, x, eq):
    """x in l."""
    i = 0
    while i < l.length:
        if eq(l.items[i], x):
            return True
        i += 1
    return False


def ll_list_count(l, x, eq):
    """l.count(x)."""
    n = 0
    i = 0
    while i < l.length:
        if eq(l.items[i], x):
            n += 1
        i += 1
    return n


def ll_list_remove(l, x, eq):
    """l.remove(x)."""
    i = ll_list_find(l, x, 0, 9223372036854775807, eq)
    if i < 0:
        raise ValueError("list.remove(x): x not in list")
    if i < l.length:
        ll_list_take_out(l, i)


def ll_tuple_index(l, x, start, stop, eq):
    """l.index(x, start, stop) of a tuple. (A list's ValueError shows x: its caller
    raises it.)"""
    i = ll_list_find(l, x, start, stop, eq)
    if i < 0:
        raise ValueError("tuple.index(x): x not in tuple")
    return i


def ll_list_eq(a, b, eq):
    """a == b."""
    if a.length != b.length:
        return False
    i = ll_list_difference(a, b, eq)
    return i >= a.length and i >= b.length


def ll_list_difference(a, b, eq):
    """Where the lists begin to differ: the length of the shorter at most."""
    i = 0
    while i < a.length and i < b.length:
        if not eq(a.items[i], b.items[i]):
            return i
        i += 1
    return i


def ll_list_lt(a, b, eq, lt):
    """a < b."""
    i = ll_list_difference(a, b, eq)
    if i < a.length and i < b.length:
        return lt(a.items[i], b.items[i])
    return a.length < b.length


def ll_list_le(a, b, eq, le):
    """a <= b."""
    i = ll_list_difference(a, b, eq)
    if i < a.length and i < b.length:
        return le(a.items[i], b.items[i])
    return a.length <= b.length


# Texts.


def ll_list_repr(l, repr_item, guarded):
    """repr(l). Guarded: a list that is in itself is shown as "[...]" there; a list
    whose items hold no lists need not be."""
    if guarded:
        return ll_guarded_repr(l, repr_item, "[", "]", "[...]")
    return ll_items_repr(l, repr_item, "[", "]")


def ll_tuple_repr(l, repr_item, guarded):
    """repr(l) of a tuple."""
    close = ",)" if l.length == 1 else ")"
    if guarded:
        return ll_guarded_repr(l, repr_item, "(", close, "(...)")
    return ll_items_repr(l, repr_item, "(", close)


def ll_guarded_repr(l, repr_item, opening, close, inside):
    """ll_items_repr, or `inside` where it is being made already."""
    if not ll_enter_repr(l):
        return inside
    try:
        s = ll_items_repr(l, repr_item, opening, close)
    except BaseException:
        ll_leave_repr()
        raise
    ll_leave_repr()
    return s


def ll_items_repr(l, repr_item, opening, close):
    """The reprs of the items between two brackets."""
    text, size, length = ll_add_piece("", 0, 0, opening)
    i = 0
    while i < l.length:
        if i > 0:
            text, size, length = ll_add_piece(text, size, length, ", ")
        text, size, length = ll_add_piece(text, size, length, repr_item(l.items[i]))
        i += 1
    text, size, length = ll_add_piece(text, size, length, close)
    return ll_finish_pieces(text, size, length)
