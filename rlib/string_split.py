"""str's methods that split and strip. The Lists they fill come in empty."""

from rlib import lowlevel as ll
from rlib.split import ll_rsplit, ll_rsplit_space, ll_skip_space, ll_skip_space_back, ll_split, ll_split_space
from rlib.split import ll_splitlines
from rlib.string import ll_decode, ll_str_contains_char, ll_str_sub
from rlib.string_index import ll_lead_width, ll_step_back


def ll_str_split_space(l, s, most):
    """l = s.split(None, most)."""
    ll_split_space(l, s, len(s), most, ll_str_space, ll_str_sub)


def ll_str_rsplit_space(l, s, most):
    """l = s.rsplit(None, most)."""
    ll_rsplit_space(l, s, len(s), most, ll_str_space_before, ll_str_sub)


def ll_str_split(l, s, sep, most):
    """l = s.split(sep, most)."""
    ll_split(l, s, len(s), sep, len(sep), most, ll_str_sub)


def ll_str_rsplit(l, s, sep, most):
    """l = s.rsplit(sep, most)."""
    ll_rsplit(l, s, len(s), sep, len(sep), most, ll_str_sub)


def ll_str_splitlines(l, s, keepends):
    """l = s.splitlines(keepends)."""
    ll_splitlines(l, s, len(s), keepends, ll_str_newline, ll_str_sub)


def ll_is_whitespace(c):
    """str.isspace of one code point."""
    if c < 133:
        return c == 32 or c >= 9 and c <= 13 or c >= 28 and c <= 31
    if c < 8192:
        return c == 133 or c == 160 or c == 5760
    if c < 8203:
        return True
    return c == 8232 or c == 8233 or c == 8239 or c == 8287 or c == 12288


def ll_str_space(s, at):
    """The number of bytes of the white space there, or 0."""
    c = s[at]
    if c < 128:
        return 1 if c == 32 or c < 32 and (c >= 9 and c <= 13 or c >= 28) else 0
    # The first bytes of the others.
    if c == 194 or c >= 225 and c <= 227:
        return ll_lead_width(c) if ll_is_whitespace(ll_decode(s, at)) else 0
    return 0


def ll_str_space_before(s, at):
    """The number of bytes of the white space that ends there, or 0."""
    if s[at - 1] < 128:
        return ll_str_space(s, at - 1)
    # Inside of a code point there is none, either.
    start = ll_step_back(s, at)
    return at - start if at - start == ll_str_space(s, start) else 0


def ll_str_newline(s, at, n):
    """The number of bytes of the end of line there, or 0."""
    c = s[at]
    if c < 128:
        if c == 13 and at + 1 < n and s[at + 1] == 10:
            return 2
        return 1 if c < 32 and (c >= 10 and c <= 13 or c >= 28 and c <= 30) else 0
    if c == 194:
        return 2 if s[at + 1] == 133 else 0
    if c == 226:
        return 3 if s[at + 1] == 128 and (s[at + 2] == 168 or s[at + 2] == 169) else 0
    return 0


def ll_str_strip(s):
    """s.strip()."""
    start = ll_skip_space(s, 0, len(s), ll_str_space)
    end = ll_skip_space_back(s, len(s), ll_str_space_before) if start < len(s) else start
    return ll_str_sub(s, start, end)


def ll_str_lstrip(s):
    """s.lstrip()."""
    return ll_str_sub(s, ll_skip_space(s, 0, len(s), ll_str_space), len(s))


def ll_str_rstrip(s):
    """s.rstrip()."""
    return ll_str_sub(s, 0, ll_skip_space_back(s, len(s), ll_str_space_before))


def ll_str_strip_chars(s, chars):
    """s.strip(chars)."""
    start = ll_str_skip_chars(s, chars)
    return ll_str_sub(s, start, ll_str_skip_chars_back(s, start, chars))


def ll_str_lstrip_chars(s, chars):
    """s.lstrip(chars)."""
    return ll_str_sub(s, ll_str_skip_chars(s, chars), len(s))


def ll_str_rstrip_chars(s, chars):
    """s.rstrip(chars)."""
    return ll_str_sub(s, 0, ll_str_skip_chars_back(s, 0, chars))


def ll_str_skip_chars(s, chars):
    """Where the first code point stands that is not one of chars."""
    at = 0
    while at < len(s) and ll_str_contains_char(chars, ll_decode(s, at)):
        at += ll_lead_width(s[at])
    return at


def ll_str_skip_chars_back(s, start, chars):
    """Where the last code point from start on ends that is not one of chars."""
    end = len(s)
    while end > start:
        before = ll_step_back(s, end)
        if not ll_str_contains_char(chars, ll_decode(s, before)):
            break
        end = before
    return end
