"""Indexing, slicing and stepping through strs.

Where all is ASCII, code point i is byte i. A longer other str gets, the first time
it is needed, an index: the byte offset of every 64th code point.
"""

from rlib import lowlevel as ll
from rlib.slice import ll_clip, ll_slice, ll_span
from rlib.string import ll_decode, ll_new_str, ll_points, ll_str_char, ll_str_piece


def ll_str_getitem(s, i):
    """s[i]."""
    n = s.length
    if i < 0:
        i += n
    if ll.uint_le(n, i):
        raise IndexError("string index out of range")
    if len(s) == n:
        return ll_str_char(s[i])
    at = ll_str_offset(s, i)
    return ll_str_piece(s, at, at + ll_lead_width(s[at]), 1)


def ll_str_next(s, at):
    """The code point at that byte offset as a str, and the offset of the next."""
    c = s[at]
    if c < 128:
        return ll_str_char(c), at + 1
    end = at + ll_lead_width(c)
    return ll_str_piece(s, at, end, 1), end


def ll_str_before(s, at):
    """The code point before that byte offset, and its own offset: for reversed()."""
    start = ll_step_back(s, at)
    return ll_str_piece(s, start, at, 1), start


def ll_lead_width(c):
    """The number of bytes of the code point whose first byte is this."""
    if c < 128:
        return 1
    if c < 224:
        return 2
    return 3 if c < 240 else 4


def ll_step_back(s, at):
    """The offset of the code point before that offset."""
    at -= 1
    while s[at] & 192 == 128:
        at -= 1
    return at


def ll_step(s, at, n):
    """The offset of the nth code point from that offset on; the end where s ends before."""
    while n > 0 and at < len(s):
        at += ll_lead_width(s[at])
        n -= 1
    return at


def ll_str_offset(s, i):
    """The byte offset of code point i, 0 <= i <= s.length."""
    if len(s) == s.length:
        return i
    if i < 64:
        return ll_step(s, 0, i)
    if s.length - i < 16:
        at = len(s)
        for k in range(i, s.length):
            at = ll_step_back(s, at)
        return at
    return ll_step(s, ll_str_index(s)[i >> 6], i & 63)


def ll_str_position(s, at):
    """The number of the code point at that byte offset: ll_str_offset reversed."""
    if len(s) == s.length:
        return at
    if at < 128:
        return ll_points(s, 0, at)
    index = ll_str_index(s)
    low = 0
    high = len(index)
    while high - low > 1:
        middle = low + high >> 1
        if index[middle] <= at:
            low = middle
        else:
            high = middle
    return (low << 6) + ll_points(s, index[low], at)


def ll_str_index(s):
    """The byte offset of every 64th code point."""
    if ll.is_null(s.index):
        index = ll.new_tail(ll.IntArray, (s.length >> 6) + 1)
        at = 0
        for k in range(1, len(index)):
            at = ll_step(s, at, 64)
            index[k] = at
        s.index = index
    return s.index


def ll_str_range(s, start, end):
    """The byte offsets of what find(sub, start, end) looks at: 1 and 0 where start
    lies behind the end. Bounds not given are 0 and the greatest int."""
    n = s.length
    end = ll_clip(n, end)
    if start > end:
        return 1, 0
    start = ll_clip(n, start)
    if start > end:
        return 1, 0
    if len(s) == n:
        return start, end
    return ll_str_offset(s, start), ll_str_offset(s, end)


def ll_str_slice(s, start, stop):
    """s[start:stop]. Bounds not given are 0 and the greatest int."""
    start, length = ll_span(s.length, start, stop)
    if length == 0:
        return ""
    if len(s) == s.length:
        return ll_str_piece(s, start, start + length, length)
    at = ll_str_offset(s, start)
    end = ll_step(s, at, length) if length < 64 else ll_str_offset(s, start + length)
    return ll_str_piece(s, at, end, length)


def ll_str_slice_step(s, start, stop, step, has_start, has_stop):
    """s[start:stop:step], as ll_slice takes it."""
    start, n = ll_slice(s.length, start, stop, step, has_start, has_stop)
    if n == 0:
        return ""
    if n == s.length and step == 1:
        return s
    if len(s) == s.length:
        t = ll_new_str(n, n)
        for i in range(0, n):
            t[i] = s[start + i * step]
        return t
    # Forward in any case: from the first or, for a step back, the last item.
    first = ll_str_offset(s, start if step > 0 else start + (n - 1) * step)
    stride = step if step > 0 else -step
    size = 0
    at = first
    for i in range(0, n):
        size += ll_lead_width(s[at])
        at = ll_step(s, at, stride)
    t = ll_new_str(size, n)
    to = 0 if step > 0 else size
    at = first
    for i in range(0, n):
        width = ll_lead_width(s[at])
        if step < 0:
            to -= width
        for k in range(0, width):
            t[to + k] = s[at + k]
        if step > 0:
            to += width
        at = ll_step(s, at, stride)
    return t


def ll_str_code(s, i):
    """ord(s[i])."""
    n = s.length
    if i < 0:
        i += n
    if ll.uint_le(n, i):
        raise IndexError("string index out of range")
    return s[i] if len(s) == n else ll_decode(s, ll_str_offset(s, i))
