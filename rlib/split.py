"""Splitting at white space, separators and ends of lines, for str, bytes and bytearray.

Each goes twice over its bytes, the first n of a tail s: to count the pieces, then to
make them. The result `l` comes in as an empty List of objects. `piece` makes an
object of the bytes of s between two offsets; `space` and `newline` give the number of
bytes of the white space or the end of line at an offset, or 0; `space_before` that of
the white space which ends there.
"""

from rlib import lowlevel as ll
from rlib.search import ll_count, ll_find, ll_find_byte, ll_rcount, ll_rfind


def ll_list_room(l, n):
    """Makes the empty list one of n items, which are to be set: its items."""
    items = ll.new_tail_like(l.items, n)
    l.items = items
    l.length = n
    return items


def ll_split_space(l, s, n, most, space, piece):
    """l = s.split(None, most)."""
    pieces = 0
    at = ll_skip_space(s, 0, n, space)
    while at < n:
        pieces += 1
        if pieces - 1 == most:
            break
        at = ll_skip_space(s, ll_skip_word(s, at, n, space), n, space)
    items = ll_list_room(l, pieces)
    at = 0
    for i in range(0, pieces):
        at = ll_skip_space(s, at, n, space)
        end = n if i == most else ll_skip_word(s, at, n, space)
        items[i] = ll.cast(ll.Object, piece(s, at, end))
        at = end


def ll_skip_space(s, at, n, space):
    """Where the white space from there on ends."""
    while at < n:
        width = space(s, at)
        if width == 0:
            break
        at += width
    return at


def ll_skip_word(s, at, n, space):
    """Where the next white space is: never a byte of 33 to 127."""
    while at < n and (s[at] > 32 and s[at] < 128 or space(s, at) == 0):
        at += 1
    return at


def ll_rsplit_space(l, s, n, most, space_before, piece):
    """l = s.rsplit(None, most)."""
    pieces = 0
    at = ll_skip_space_back(s, n, space_before)
    while at > 0:
        pieces += 1
        if pieces - 1 == most:
            break
        at = ll_skip_space_back(s, ll_skip_word_back(s, at, space_before), space_before)
    items = ll_list_room(l, pieces)
    at = n
    for i in range(0, pieces):
        at = ll_skip_space_back(s, at, space_before)
        start = 0 if i == most else ll_skip_word_back(s, at, space_before)
        items[pieces - 1 - i] = ll.cast(ll.Object, piece(s, start, at))
        at = start


def ll_skip_space_back(s, at, space_before):
    """Where the white space before that offset begins."""
    while at > 0:
        width = space_before(s, at)
        if width == 0:
            break
        at -= width
    return at


def ll_skip_word_back(s, at, space_before):
    """Where the last white space before that offset ends."""
    while at > 0 and space_before(s, at) == 0:
        at -= 1
    return at


def ll_split(l, s, n, sep, m, most, piece):
    """l = s.split(sep, most), for the first m bytes of sep."""
    if m == 0:
        raise ValueError("empty separator")
    pieces = ll_count(s, 0, n, sep, m, most) + 1
    items = ll_list_room(l, pieces)
    at = 0
    for i in range(0, pieces - 1):
        end = ll_find_byte(s, at, n, sep[0]) if m == 1 else ll_find(s, at, n, sep, m)
        items[i] = ll.cast(ll.Object, piece(s, at, end))
        at = end + m
    items[pieces - 1] = ll.cast(ll.Object, piece(s, at, n))


def ll_rsplit(l, s, n, sep, m, most, piece):
    """l = s.rsplit(sep, most), for the first m bytes of sep."""
    if m == 0:
        raise ValueError("empty separator")
    pieces = ll_rcount(s, 0, n, sep, m, most) + 1
    items = ll_list_room(l, pieces)
    end = n
    i = pieces - 1
    while i > 0:
        at = ll_rfind(s, 0, end, sep, m)
        items[i] = ll.cast(ll.Object, piece(s, at + m, end))
        end = at
        i -= 1
    items[0] = ll.cast(ll.Object, piece(s, 0, end))


def ll_splitlines(l, s, n, keepends, newline, piece):
    """l = s.splitlines(keepends)."""
    pieces = 0
    at = 0
    while at < n:
        end = ll_line_end(s, at, n, newline)
        pieces += 1
        at = end + newline(s, end, n) if end < n else n
    items = ll_list_room(l, pieces)
    at = 0
    for i in range(0, pieces):
        end = ll_line_end(s, at, n, newline)
        after = end + newline(s, end, n) if end < n else n
        items[i] = ll.cast(ll.Object, piece(s, at, after if keepends else end))
        at = after


def ll_line_end(s, at, n, newline):
    """Where the line that begins there ends."""
    while at < n and newline(s, at, n) == 0:
        at += 1
    return at
