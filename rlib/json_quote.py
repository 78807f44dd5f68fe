"""A str as JSON writes it."""

from rlib import lowlevel as ll
from rlib.string import ll_decode, ll_encode, ll_new_str, ll_width


def ll_json_quote(s, is_ascii):
    """The string in quotes, with escapes for what cannot stand there; where `is_ascii`, for all
    that is not printable ASCII."""
    size = 2
    length = 2
    i = 0
    while i < len(s):
        c = s[i]
        if c >= 128:
            c = ll_decode(s, i)
        i += ll_width(c)
        n = ll_escaped_size(c, is_ascii)
        length += n
        size += ll_width(c) if n == 1 else n
    t = ll_new_str(size, length)
    t[0] = 34
    if size == len(s) + 2:
        ll.copy_items(s, 0, t, 1, len(s))
    else:
        at = 1
        i = 0
        while i < len(s):
            c = ll_decode(s, i)
            i += ll_width(c)
            n = ll_escaped_size(c, is_ascii)
            if n == 1:
                ll_encode(t, at, c)
                at += ll_width(c)
            else:
                ll_put_escape(t, at, c, n)
                at += n
    t[size - 1] = 34
    return t


def ll_escaped_size(c, is_ascii):
    """How many characters stand for a code point; 1: it itself."""
    if c >= 32 and c < 127:
        return 2 if c == 34 or c == 92 else 1
    if c >= 127:
        if not is_ascii:
            return 1
        return 6 if c < 65536 else 12
    return 2 if c >= 8 and c <= 13 and c != 11 else 6


def ll_put_escape(t, at, c, n):
    if n == 12:
        c -= 65536
        ll_put_escape_of(t, at, 55296 | c >> 10)
        ll_put_escape_of(t, at + 6, 56320 | c & 1023)
    elif n == 6:
        ll_put_escape_of(t, at, c)
    else:
        t[at] = 92
        t[at + 1] = "btn?fr"[c - 8] if c < 32 else c


def ll_put_escape_of(t, at, c):
    t[at] = 92
    t[at + 1] = 117
    for i in range(0, 4):
        t[at + 5 - i] = "0123456789abcdef"[c >> 4 * i & 15]
