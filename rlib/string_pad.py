"""str's methods that fill: center, zfill, expandtabs; and translate."""

from rlib import lowlevel as ll
from rlib.string import ll_decode, ll_new_str
from rlib.string_index import ll_lead_width


def ll_str_pad(s, left, right, fill):
    """s with so many fills on both sides; s itself if none."""
    if fill.length != 1:
        raise TypeError("The fill character must be exactly one character long")
    left = 0 if left < 0 else left
    right = 0 if right < 0 else right
    if left == 0 and right == 0:
        return s
    if left > 2147483647 or right > 2147483647:
        raise MemoryError()
    width = len(fill)
    t = ll_new_str(len(s) + (left + right) * width, s.length + left + right)
    for i in range(0, left):
        ll.copy_items(fill, 0, t, i * width, width)
    ll.copy_items(s, 0, t, left * width, len(s))
    at = left * width + len(s)
    for i in range(0, right):
        ll.copy_items(fill, 0, t, at + i * width, width)
    return t


def ll_str_ljust(s, width, fill):
    """s.ljust(width, fill)."""
    return ll_str_pad(s, 0, ll_missing(s.length, width), fill)


def ll_str_rjust(s, width, fill):
    """s.rjust(width, fill)."""
    return ll_str_pad(s, ll_missing(s.length, width), 0, fill)


def ll_str_center(s, width, fill):
    """s.center(width, fill)."""
    more = ll_missing(s.length, width)
    left = (more >> 1) + (more & width & 1)
    return ll_str_pad(s, left, more - left, fill)


def ll_missing(n, width):
    """How much n is short of the width."""
    return width - n if width > n else 0


def ll_str_zfill(s, width):
    """s.zfill(width): a sign stays in front."""
    more = ll_missing(s.length, width)
    if more == 0:
        return s
    t = ll_str_pad(s, more, 0, "0")
    if len(s) > 0 and (s[0] == 43 or s[0] == 45):
        t[0] = s[0]
        t[more] = 48
    return t


def ll_str_expandtabs(s, size):
    """s.expandtabs(size)."""
    if size < -2147483648 or size > 2147483647:
        raise OverflowError("Python int too large to convert to C int")
    n = 0
    tabs = 0
    column = 0
    at = 0
    while at < len(s):
        c = s[at]
        at += ll_lead_width(c)
        if c == 9:
            tabs += 1
            more = ll_tab(column, size)
            n += more
            column += more
            if n > 2147483647:
                raise MemoryError()
        else:
            column = 0 if c == 10 or c == 13 else column + 1
    if tabs == 0:
        return s
    t = ll_new_str(len(s) - tabs + n, s.length - tabs + n)
    ll_expand_tabs(t, s, len(s), size, ll_begins_point)
    return t


def ll_tab(column, size):
    """The width of a tab in that column."""
    return size - ll.int_rem(column, size) if size > 0 else 0


def ll_begins_point(c):
    """Is the byte the first of a code point?"""
    return c & 192 != 128


def ll_expand_tabs(t, s, n, size, has_width):
    """Writes the first n bytes of s to t, with spaces for the tabs."""
    to = 0
    column = 0
    for i in range(0, n):
        c = s[i]
        if c == 9:
            more = ll_tab(column, size)
            for k in range(0, more):
                t[to + k] = 32
            to += more
            column += more
        else:
            t[to] = c
            to += 1
            if has_width(c):
                column = 0 if c == 10 or c == 13 else column + 1


def ll_str_translate(s, table, lookup):
    """s.translate(table): `lookup(table, c)` gives the str for a code point, or null
    where it stays."""
    t = ll_new_str(len(s) + 16, 0)
    size = 0
    length = 0
    at = 0
    while at < len(s):
        c = ll_decode(s, at)
        width = ll_lead_width(s[at])
        image = lookup(table, c)
        n = width if ll.is_null(image) else len(image)
        if size + n > len(t):
            more = ll_new_str(size + n + size + n, 0)
            ll.copy_items(t, 0, more, 0, size)
            t = more
        if ll.is_null(image):
            ll.copy_items(s, at, t, size, n)
            length += 1
        else:
            ll.copy_items(image, 0, t, size, n)
            length += image.length
        size += n
        at += width
    result = ll_new_str(size, length)
    ll.copy_items(t, 0, result, 0, size)
    return result


def ll_str_maketrans(table, x, y, z, put, drop):
    """str.maketrans(x, y, z) into an empty table: `put(table, c, d)` maps a code point
    to another, `drop(table, c)` maps it to None."""
    if x.length != y.length:
        raise ValueError("the first two maketrans arguments must have equal length")
    at = 0
    to = 0
    while at < len(x):
        put(table, ll_decode(x, at), ll_decode(y, to))
        at += ll_lead_width(x[at])
        to += ll_lead_width(y[to])
    at = 0
    while at < len(z):
        drop(table, ll_decode(z, at))
        at += ll_lead_width(z[at])
