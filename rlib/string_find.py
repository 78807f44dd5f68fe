"""str's methods that search: find, count, startswith, replace, partition and alike.

`start` and `end` are code points as in Python; not given, they are 0 and the
greatest int.
"""

from rlib import lowlevel as ll
from rlib.search import ll_common, ll_count, ll_find, ll_matches, ll_rfind
from rlib.string import ll_new_str, ll_points, ll_str_sub
from rlib.string_index import ll_lead_width, ll_str_position, ll_str_range


def ll_str_find(s, sub, start, end):
    """s.find(sub, start, end)."""
    a, b = ll_str_range(s, start, end)
    at = ll_find(s, a, b, sub, len(sub))
    return at if at < 0 else ll_str_position(s, at)


def ll_str_rfind(s, sub, start, end):
    """s.rfind(sub, start, end)."""
    a, b = ll_str_range(s, start, end)
    at = ll_rfind(s, a, b, sub, len(sub))
    return at if at < 0 else ll_str_position(s, at)


def ll_str_index_of(s, sub, start, end):
    """s.index(sub, start, end)."""
    at = ll_str_find(s, sub, start, end)
    if at < 0:
        raise ValueError("substring not found")
    return at


def ll_str_rindex_of(s, sub, start, end):
    """s.rindex(sub, start, end)."""
    at = ll_str_rfind(s, sub, start, end)
    if at < 0:
        raise ValueError("substring not found")
    return at


def ll_str_count(s, sub, start, end):
    """s.count(sub, start, end)."""
    a, b = ll_str_range(s, start, end)
    if len(sub) > 0:
        return ll_count(s, a, b, sub, len(sub), -1)
    return ll_points(s, a, b) + 1 if a <= b else 0


def ll_str_startswith(s, sub, start, end):
    """s.startswith(sub, start, end)."""
    a, b = ll_str_range(s, start, end)
    return ll_matches(s, a, b, sub, len(sub))


def ll_str_endswith(s, sub, start, end):
    """s.endswith(sub, start, end)."""
    a, b = ll_str_range(s, start, end)
    n = len(sub)
    return n <= b - a and ll_common(s, b - n, sub, n) == n


def ll_str_removeprefix(s, sub):
    """s.removeprefix(sub)."""
    return ll_str_sub(s, len(sub), len(s)) if ll_matches(s, 0, len(s), sub, len(sub)) else s


def ll_str_removesuffix(s, sub):
    """s.removesuffix(sub)."""
    n = len(s) - len(sub)
    if n >= 0 and ll_matches(s, n, len(s), sub, len(sub)):
        return ll_str_sub(s, 0, n)
    return s


def ll_str_partition(s, sep):
    """s.partition(sep)."""
    if len(sep) == 0:
        raise ValueError("empty separator")
    at = ll_find(s, 0, len(s), sep, len(sep))
    if at < 0:
        return s, "", ""
    return ll_str_sub(s, 0, at), sep, ll_str_sub(s, at + len(sep), len(s))


def ll_str_rpartition(s, sep):
    """s.rpartition(sep)."""
    if len(sep) == 0:
        raise ValueError("empty separator")
    at = ll_rfind(s, 0, len(s), sep, len(sep))
    if at < 0:
        return "", "", s
    return ll_str_sub(s, 0, at), sep, ll_str_sub(s, at + len(sep), len(s))


def ll_str_replace(s, old, new, most):
    """s.replace(old, new, most); a negative `most` is no limit."""
    if len(old) == 0:
        return ll_str_interleave(s, new, most)
    n = ll_count(s, 0, len(s), old, len(old), most)
    if n == 0:
        return s
    t = ll_new_str(len(s) + n * (len(new) - len(old)), s.length + n * (new.length - old.length))
    ll_replace_into(t, s, len(s), old, len(old), new, len(new), n)
    return t


def ll_replace_into(t, s, size, old, m, new, k, n):
    """Writes to t the first `size` bytes of s, with n times the k bytes of `new` for
    the m of `old`. Any tails of bytes will do."""
    at = 0
    to = 0
    for i in range(0, n):
        found = ll_find(s, at, size, old, m)
        ll.copy_items(s, at, t, to, found - at)
        to += found - at
        ll.copy_items(new, 0, t, to, k)
        to += k
        at = found + m
    ll.copy_items(s, at, t, to, size - at)


def ll_str_interleave(s, new, most):
    """s.replace("", new, most)."""
    n = s.length + 1 if most < 0 or most > s.length else most
    if n == 0:
        return s
    t = ll_new_str(len(s) + n * len(new), s.length + n * new.length)
    at = 0
    to = 0
    for i in range(0, n):
        ll.copy_items(new, 0, t, to, len(new))
        to += len(new)
        if at < len(s):
            width = ll_lead_width(s[at])
            ll.copy_items(s, at, t, to, width)
            to += width
            at += width
    ll.copy_items(s, at, t, to, len(s) - at)
    return t
