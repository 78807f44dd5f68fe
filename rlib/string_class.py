"""str's predicates: isalpha, isupper, isidentifier and alike.

Each looks at ASCII by comparisons, and at the table of a class only for the rest.
"""

from rlib import lowlevel as ll
from rlib.string import ll_decode, ll_is_printable
from rlib.string_index import ll_lead_width
from rlib.string_split import ll_is_whitespace
from rlib.unicode_bits import ll_is_alpha, ll_is_decimal, ll_is_digit, ll_is_lower, ll_is_name_rest
from rlib.unicode_bits import ll_is_name_start, ll_is_numeric, ll_is_upper


def ll_str_all(s, test):
    """Is s not empty, and the test true of each of its code points?"""
    at = 0
    while at < len(s):
        if not test(ll_decode(s, at)):
            return False
        at += ll_lead_width(s[at])
    return at > 0


def ll_point_is_alpha(c):
    if c < 128:
        return c >= 97 and c <= 122 or c >= 65 and c <= 90
    return ll_is_alpha(c)


def ll_point_is_decimal(c):
    return c >= 48 and c <= 57 if c < 128 else ll_is_decimal(c)


def ll_point_is_digit(c):
    return c >= 48 and c <= 57 if c < 128 else ll_is_digit(c)


def ll_point_is_numeric(c):
    return c >= 48 and c <= 57 if c < 128 else ll_is_numeric(c)


def ll_point_is_alnum(c):
    # What is decimal or a digit is numeric.
    return ll_point_is_alpha(c) or ll_point_is_numeric(c)


def ll_point_is_lower(c):
    return c >= 97 and c <= 122 if c < 128 else ll_is_lower(c)


def ll_point_is_upper(c):
    return c >= 65 and c <= 90 if c < 128 else ll_is_upper(c)


def ll_point_is_title(c):
    """Is it a title form such as that of the digraph dz?"""
    if c < 8072:
        return c == 453 or c == 456 or c == 459 or c == 498
    return c <= 8111 and c & 8 == 8 or c == 8124 or c == 8140 or c == 8188


def ll_str_isalpha(s):
    """s.isalpha()."""
    return ll_str_all(s, ll_point_is_alpha)


def ll_str_isdecimal(s):
    """s.isdecimal()."""
    return ll_str_all(s, ll_point_is_decimal)


def ll_str_isdigit(s):
    """s.isdigit()."""
    return ll_str_all(s, ll_point_is_digit)


def ll_str_isnumeric(s):
    """s.isnumeric()."""
    return ll_str_all(s, ll_point_is_numeric)


def ll_str_isalnum(s):
    """s.isalnum()."""
    return ll_str_all(s, ll_point_is_alnum)


def ll_str_isspace(s):
    """s.isspace()."""
    return ll_str_all(s, ll_is_whitespace)


def ll_str_isascii(s):
    """s.isascii()."""
    return len(s) == s.length


def ll_str_isprintable(s):
    """s.isprintable()."""
    at = 0
    while at < len(s):
        c = ll_decode(s, at)
        if c < 32 or c >= 127 and not ll_is_printable(c):
            return False
        at += ll_lead_width(s[at])
    return True


def ll_str_islower(s):
    """s.islower()."""
    cased = False
    at = 0
    while at < len(s):
        c = ll_decode(s, at)
        if ll_point_is_upper(c) or ll_point_is_title(c):
            return False
        if not cased and ll_point_is_lower(c):
            cased = True
        at += ll_lead_width(s[at])
    return cased


def ll_str_isupper(s):
    """s.isupper()."""
    cased = False
    at = 0
    while at < len(s):
        c = ll_decode(s, at)
        if ll_point_is_lower(c) or ll_point_is_title(c):
            return False
        if not cased and ll_point_is_upper(c):
            cased = True
        at += ll_lead_width(s[at])
    return cased


def ll_str_istitle(s):
    """s.istitle()."""
    cased = False
    in_word = False
    at = 0
    while at < len(s):
        c = ll_decode(s, at)
        if ll_point_is_lower(c):
            if not in_word:
                return False
            cased = True
        elif ll_point_is_upper(c) or ll_point_is_title(c):
            if in_word:
                return False
            in_word = True
            cased = True
        else:
            in_word = False
        at += ll_lead_width(s[at])
    return cased


def ll_str_isidentifier(s):
    """s.isidentifier()."""
    at = 0
    while at < len(s):
        c = ll_decode(s, at)
        if c < 128:
            inside = ll_point_is_alpha(c) or c == 95 or at > 0 and c >= 48 and c <= 57
        else:
            inside = ll_is_name_start(c) or at > 0 and ll_is_name_rest(c)
        if not inside:
            return False
        at += ll_lead_width(s[at])
    return at > 0
