"""bytes, and what bytearray has in common with it.

A function takes bytes as a tail `b` and the number `n` of its bytes that count: a
bytes object and its length, or the items of a bytearray and its length. `start` and
`end` not given are 0 and the greatest int. What makes bytes makes a bytes object;
for a bytearray's method `ll_bytearray_of` follows (rlib/bytearray.py).
"""

from rlib import lowlevel as ll
from rlib.int import ll_int_str
from rlib.search import ll_common, ll_count, ll_find, ll_find_byte, ll_matches, ll_rfind, ll_rfind_byte
from rlib.slice import ll_clip, ll_slice, ll_span
from rlib.string import ll_bytes_order, ll_concat, ll_new_str, ll_new_tail_with_room
from rlib.string_find import ll_replace_into


def ll_new_bytes(n):
    """New bytes, still to be written."""
    if ll.uint_lt(2147483647, n):
        raise MemoryError()
    return ll.new_tail(ll.Bytes, n)


def ll_bytes_sub(b, start, end):
    """The bytes start..end, 0 <= start <= end."""
    t = ll_new_bytes(end - start)
    ll.copy_items(b, start, t, 0, end - start)
    return t


def ll_bytes_zeros(n):
    """bytes(n)."""
    if n < 0:
        raise ValueError("negative count")
    return ll_new_bytes(n)


def ll_bytes_from_ints(l):
    """bytes(l), for a List of ints."""
    t = ll_new_bytes(l.length)
    for i in range(0, l.length):
        if ll.uint_lt(255, l.items[i]):
            raise ValueError("bytes must be in range(0, 256)")
        t[i] = l.items[i]
    return t


def ll_bytes_getitem(b, n, i):
    """b[i] of bytes."""
    if i < 0:
        i += n
    if ll.uint_le(n, i):
        raise IndexError("index out of range")
    return b[i]


def ll_bytes_slice(b, n, start, stop):
    """b[start:stop]."""
    start, count = ll_span(n, start, stop)
    return ll_bytes_sub(b, start, start + count)


def ll_bytes_slice_step(b, n, start, stop, step, has_start, has_stop):
    """b[start:stop:step], as ll_slice takes it."""
    start, count = ll_slice(n, start, stop, step, has_start, has_stop)
    t = ll_new_bytes(count)
    for i in range(0, count):
        t[i] = b[start + i * step]
    return t


def ll_bytes_concat(a, n, b, m):
    """a + b."""
    t = ll_new_bytes(n + m)
    ll.copy_items(a, 0, t, 0, n)
    ll.copy_items(b, 0, t, n, m)
    return t


def ll_bytes_add(a, b, grows):
    """a + b of bytes, where a may become it, if `grows` (see ll_str_add)."""
    n = len(a)
    m = len(b)
    if not grows or n < 64:
        return ll_bytes_concat(a, n, b, m)
    t = ll.take_room(a, n + m)
    if ll.is_null(t):
        t = ll_new_tail_with_room(a, n + m)
        ll.copy_items(a, 0, t, 0, n)
    ll.copy_items(b, 0, t, n, m)
    return t


def ll_bytes_mul(b, n, times):
    """b * times: the copy doubles until it is as long as it must be."""
    if times <= 0 or n == 0:
        return ll_new_bytes(0)
    size, left = ll.int_mul_flag(n, times)
    if left:
        raise OverflowError("repeated bytes are too long")
    t = ll_new_bytes(size)
    ll.copy_items(b, 0, t, 0, n)
    done = n
    while done < size:
        more = size - done if size - done < done else done
        ll.copy_items(t, 0, t, done, more)
        done += more
    return t


def ll_bytes_eq(a, n, b, m):
    """a == b."""
    return n == m and ll_common(a, 0, b, n) == n


def ll_bytes_cmp(a, n, b, m):
    """-1, 0 or 1 as a is less than, equal to or greater than b."""
    return ll_bytes_order(a, n, b, m)


def ll_bytes_contains(b, n, sub, m):
    """sub in b."""
    return ll_find(b, 0, n, sub, m) >= 0


def ll_bytes_contains_int(b, n, c):
    """c in b."""
    return ll_find_byte(b, 0, n, ll_one_byte(c)) >= 0


def ll_one_byte(c):
    """An int that stands for a byte."""
    if ll.uint_lt(255, c):
        raise ValueError("byte must be in range(0, 256)")
    return c


def ll_bytes_ord(b, n):
    """ord(b)."""
    if n != 1:
        message = ll_concat("ord() expected a character, but string of length ", ll_int_str(n))
        raise TypeError(ll_concat(message, " found"))
    return b[0]


def ll_bytes_range(n, start, end):
    """The bounds of a search: 1 and 0 where start lies behind the end."""
    if start > n:
        return 1, 0
    start = ll_clip(n, start)
    end = ll_clip(n, end)
    if start > end:
        return 1, 0
    return start, end


def ll_bytes_find(b, n, sub, m, start, end):
    """b.find(sub, start, end)."""
    start, end = ll_bytes_range(n, start, end)
    return ll_find(b, start, end, sub, m)


def ll_bytes_rfind(b, n, sub, m, start, end):
    """b.rfind(sub, start, end)."""
    start, end = ll_bytes_range(n, start, end)
    return ll_rfind(b, start, end, sub, m)


def ll_bytes_find_int(b, n, c, start, end):
    """b.find(c, start, end)."""
    start, end = ll_bytes_range(n, start, end)
    return ll_find_byte(b, start, end, ll_one_byte(c))


def ll_bytes_rfind_int(b, n, c, start, end):
    """b.rfind(c, start, end)."""
    start, end = ll_bytes_range(n, start, end)
    return ll_rfind_byte(b, start, end, ll_one_byte(c))


def ll_bytes_found(at):
    """What index() and rindex() give where find() or rfind() gave this."""
    if at < 0:
        raise ValueError("subsection not found")
    return at


def ll_bytes_count(b, n, sub, m, start, end):
    """b.count(sub, start, end)."""
    start, end = ll_bytes_range(n, start, end)
    if m == 0:
        return end - start + 1 if start <= end else 0
    return ll_count(b, start, end, sub, m, -1)


def ll_bytes_count_int(b, n, c, start, end):
    """b.count(c, start, end)."""
    start, end = ll_bytes_range(n, start, end)
    c = ll_one_byte(c)
    count = 0
    for i in range(start, end):
        if b[i] == c:
            count += 1
    return count


def ll_bytes_startswith(b, n, sub, m, start, end):
    """b.startswith(sub, start, end)."""
    start, end = ll_bytes_range(n, start, end)
    return ll_matches(b, start, end, sub, m)


def ll_bytes_endswith(b, n, sub, m, start, end):
    """b.endswith(sub, start, end)."""
    start, end = ll_bytes_range(n, start, end)
    return m <= end - start and ll_common(b, end - m, sub, m) == m


def ll_bytes_replace(b, n, old, m, new, k, most):
    """b.replace(old, new, most); a negative `most` is no limit."""
    if m == 0:
        return ll_bytes_interleave(b, n, new, k, most)
    count = ll_count(b, 0, n, old, m, most)
    t = ll_new_bytes(n + count * (k - m))
    ll_replace_into(t, b, n, old, m, new, k, count)
    return t


def ll_bytes_interleave(b, n, new, k, most):
    """b.replace(b"", new, most)."""
    count = n + 1 if most < 0 or most > n else most
    t = ll_new_bytes(n + count * k)
    to = 0
    for i in range(0, count):
        ll.copy_items(new, 0, t, to, k)
        to += k
        if i < n:
            t[to] = b[i]
            to += 1
    if count <= n:
        ll.copy_items(b, count, t, to, n - count)
    return t


def ll_bytes_removeprefix(b, n, sub, m):
    """b.removeprefix(sub)."""
    return ll_bytes_sub(b, m if ll_matches(b, 0, n, sub, m) else 0, n)


def ll_bytes_removesuffix(b, n, sub, m):
    """b.removesuffix(sub)."""
    ends = m <= n and ll_matches(b, n - m, n, sub, m)
    return ll_bytes_sub(b, 0, n - m if ends else n)


def ll_bytes_join(sep, m, l, view):
    """sep.join(l), for a List of objects; `view(p)` gives the tail and the length of
    one, and raises for what is no bytes."""
    count = l.length
    size = 0
    for i in range(0, count):
        b, n = view(l.items[i])
        size += n
        if i > 0:
            size += m
    t = ll_new_bytes(size)
    at = 0
    for i in range(0, count):
        if i > 0:
            ll.copy_items(sep, 0, t, at, m)
            at += m
        b, n = view(l.items[i])
        ll.copy_items(b, 0, t, at, n)
        at += n
    return t


def ll_bytes_join_all(sep, l):
    """sep.join(l), for a List of bytes."""
    return ll_bytes_join(sep, len(sep), l, ll_bytes_view)


def ll_bytes_view(p):
    """The view for join, of bytes."""
    b = ll.cast(ll.Bytes, p)
    return b, len(b)


def ll_bytearray_view(p):
    """The view for join, of a bytearray."""
    b = ll.cast(ll.ByteArray, p)
    return b.items, b.length


def ll_bytes_repr(b, n):
    """repr(b), of bytes; in double quotes where that spares a backslash."""
    quote = ll_bytes_quote(b, n)
    s = ll_new_str(ll_bytes_repr_size(b, n, quote) + 3, 0)
    s.length = len(s)
    s[0] = 98
    ll_write_bytes_repr(s, 1, b, n, quote, quote)
    return s


def ll_bytearray_repr(b, n):
    """repr(b), of a bytearray: it escapes the single quote in any case."""
    s = ll_new_str(ll_bytes_repr_size(b, n, 39) + 14, 0)
    s.length = len(s)
    ll.copy_items("bytearray(b", 0, s, 0, 11)
    ll_write_bytes_repr(s, 11, b, n, ll_bytes_quote(b, n), 39)
    s[len(s) - 1] = 41
    return s


def ll_bytes_quote(b, n):
    """The quote that the repr has."""
    return 34 if ll_find_byte(b, 0, n, 39) >= 0 and ll_find_byte(b, 0, n, 34) < 0 else 39


def ll_bytes_repr_size(b, n, escaped):
    """The size of the repr between the quotes."""
    size = 0
    for i in range(0, n):
        size += ll_byte_escape_size(b[i], escaped)
    return size


def ll_write_bytes_repr(s, at, b, n, quote, escaped):
    """Writes the repr, from quote to quote."""
    s[at] = quote
    at += 1
    for i in range(0, n):
        c = b[i]
        width = ll_byte_escape_size(c, escaped)
        if width == 1:
            s[at] = c
        else:
            s[at] = 92
            if width == 4:
                s[at + 1] = 120
                s[at + 2] = "0123456789abcdef"[c >> 4]
                s[at + 3] = "0123456789abcdef"[c & 15]
            else:
                s[at + 1] = 116 if c == 9 else 110 if c == 10 else 114 if c == 13 else c
        at += width
    s[at] = quote


def ll_byte_escape_size(c, escaped):
    """How many characters stand for the byte in a repr."""
    if c >= 32 and c < 127:
        return 2 if c == escaped or c == 92 else 1
    return 2 if c == 9 or c == 10 or c == 13 else 4
