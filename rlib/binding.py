"""Calls with stars: what does not fit the parameters is known when the program runs.
`name` is the function as CPython's messages write it: `f()`."""

from rlib import lowlevel as ll
from rlib.entries import ll_dict_at
from rlib.int import ll_int_str
from rlib.string import ll_concat


def ll_too_many(name, least, most, given, keyword_only):
    """More arguments by position than parameters that take them; so many parameters
    are given that are keyword-only."""
    text = ll_concat(name, " takes ")
    if least < most:
        text = ll_concat(ll_concat(ll_concat(text, "from "), ll_int_str(least)), " to ")
    text = ll_concat(ll_concat(text, ll_int_str(most)), " positional argument")
    text = ll_concat(ll_concat(ll_plural(text, most), " but "), ll_int_str(given))
    if keyword_only > 0:
        text = ll_concat(ll_plural(ll_concat(text, " positional argument"), given), " (and ")
        text = ll_concat(ll_concat(text, ll_int_str(keyword_only)), " keyword-only argument")
        text = ll_concat(ll_plural(text, keyword_only), ")")
    raise TypeError(ll_concat(text, " was given" if given == 1 and keyword_only == 0 else " were given"))


def ll_plural(text, n):
    return text if n == 1 else ll_concat(text, "s")


def ll_missing(name, names, kind, mask):
    """The parameters without an argument are those whose bit is set."""
    n = 0
    last = 0
    for i in range(0, len(names)):
        if mask >> i & 1 != 0:
            n += 1
            last = i
    text = ll_concat(ll_concat(name, " missing "), ll_int_str(n))
    text = ll_plural(ll_concat(ll_concat(ll_concat(text, " required "), kind), " argument"), n)
    separator = ": '"
    for i in range(0, len(names)):
        if mask >> i & 1 != 0:
            text = ll_concat(ll_concat(ll_concat(text, separator), names[i]), "'")
            separator = ", '"
            if i < last and mask >> i >> 1 == 1 << (last - i - 1):
                separator = " and '" if n == 2 else ", and '"
    raise TypeError(text)


def ll_builtin_count(name, least, most, given):
    """A builtin function or method takes another number of arguments."""
    text = ll_concat(name, " expected ")
    bound = most
    if least < most:
        if given < least:
            bound = least
            text = ll_concat(text, "at least ")
        else:
            text = ll_concat(text, "at most ")
    text = ll_plural(ll_concat(ll_concat(text, ll_int_str(bound)), " argument"), bound)
    raise TypeError(ll_concat(ll_concat(text, ", got "), ll_int_str(given)))


def ll_check_no_others(name, d):
    """All keywords went to parameters."""
    if d.used > 0:
        key = ll.cast(ll.Str, d.keys[ll_dict_at(d, 0)])
        raise TypeError(ll_concat(ll_concat(ll_concat(name, " got an unexpected keyword argument '"), key), "'"))
