"""template % values. What a piece of the template says is parsed by rlib/percent.py;
here the values are taken, in CPython's order."""

from rlib import lowlevel as ll
from rlib.bytes import ll_bytes_ord
from rlib.codec import ll_bytes_decode
from rlib.percent import (
    ll_percent_char,
    ll_percent_char_str,
    ll_percent_check,
    ll_percent_float,
    ll_percent_next,
    ll_percent_star_precision,
    ll_percent_star_width,
    ll_percent_str,
    ll_percent_unknown,
)
from rlib.python.arguments import plain
from rlib.string import ll_str_size, ll_str_sub


def fill(template, args, may_be_left, piece, kind):
    """The values of a tuple. `piece` formats one of them."""
    parts = []
    ll.holds(parts, template)
    at = 0
    n = 0
    while at < ll_str_size(template):
        start, key, key_end, flags, width, precision, conversion, after = ll_percent_next(template, at, False)
        ll.helper("list.ll_list_append cx>n", parts, ll_str_sub(template, at, start))
        if conversion != 0:
            if width == -2:
                flags, width = ll_percent_star_width(star(args, n), flags)
                n += 1
            if precision == -2:
                precision = ll_percent_star_precision(star(args, n))
                n += 1
            ll_percent_check(conversion)
            if n >= len(args):
                raise TypeError("not enough arguments for format string")
            done = piece(template, after, args[n], conversion, flags, width, precision)
            ll.helper("list.ll_list_append cx>n", parts, done)
            n += 1
        at = after
    if n < len(args) and not may_be_left:
        raise TypeError(f"not all arguments converted during {kind} formatting")
    return ll.helper("string.ll_str_join tc>t", "", parts)


def has_items(value):
    """Is it, but for a str, what CPython takes for a mapping, and need not be converted?"""
    return not isinstance(value, (str, int, float, set, frozenset)) and value is not None


def star(args, n):
    """The value of a star."""
    if n >= len(args):
        raise TypeError("not enough arguments for format string")
    value = args[n]
    if isinstance(value, int):
        return (value + 0)._count()
    raise TypeError("* wants int")


def fill_from_dict(template, values, piece):
    """The values of a dict; a directive without a key is filled with the dict itself."""
    parts = []
    ll.holds(parts, template)
    at = 0
    left = True
    while at < ll_str_size(template):
        start, key, key_end, flags, width, precision, conversion, after = ll_percent_next(template, at, True)
        ll.helper("list.ll_list_append cx>n", parts, ll_str_sub(template, at, start))
        if conversion != 0:
            if width == -2 or precision == -2:
                raise TypeError("* wants int")
            ll_percent_check(conversion)
            if key >= 0:
                value = values[ll_str_sub(template, key, key_end)]
                done = piece(template, after, value, conversion, flags, width, precision)
                ll.helper("list.ll_list_append cx>n", parts, done)
                left = False
            else:
                if not left:
                    raise TypeError("not enough arguments for format string")
                done = piece(template, after, values, conversion, flags, width, precision)
                ll.helper("list.ll_list_append cx>n", parts, done)
                left = False
        at = after
    return ll.helper("string.ll_str_join tc>t", "", parts)


def directive(value, conversion, flags, width, precision):
    """A value of a directive that the compiler has read."""
    return text_piece("", 0, value, conversion, flags, width, precision)


def text_piece(template, end, value, conversion, flags, width, precision):
    """A value of a str's directive."""
    if conversion == 115:
        return ll_percent_str(str(value), flags, width, precision)
    if conversion == 114:
        return ll_percent_str(repr(value), flags, width, precision)
    if conversion == 97:
        return ll_percent_str(ascii(value), flags, width, precision)
    if conversion == 99:
        if isinstance(value, str):
            return ll_percent_char_str(value, flags, width)
        if isinstance(value, int):
            return ll_percent_char((value + 0)._count(), flags, width)
        raise TypeError("%c requires int or char")
    return number_piece(template, end, value, conversion, flags, width, precision)


def bytes_piece(template, end, value, conversion, flags, width, precision):
    """A value of a directive of bytes, which are taken for Latin-1."""
    if conversion == 115 or conversion == 98:
        if isinstance(value, (bytes, bytearray)):
            data = plain(value)
            return ll_percent_str(ll_bytes_decode(data, len(data), "latin-1", "strict"), flags, width, precision)
        raise TypeError(
            "%b requires a bytes-like object, or an object that implements __bytes__, not "
            + f"'{ll.class_name_of(value)}'"
        )
    if conversion == 114 or conversion == 97:
        return ll_percent_str(ascii(value), flags, width, precision)
    if conversion == 99:
        if isinstance(value, (bytes, bytearray)):
            data = plain(value)
            if len(data) == 1:
                return ll_percent_char(ll_bytes_ord(data, 1), flags, width)
        elif isinstance(value, int):
            if value < 0 or value > 255:
                raise OverflowError("%c arg not in range(256)")
            return ll_percent_char((value + 0)._count(), flags, width)
        raise TypeError("%c requires an integer in range(256) or a single byte")
    return number_piece(template, end, value, conversion, flags, width, precision)


def number_piece(template, end, value, conversion, flags, width, precision):
    """A value of a directive that is the same for both."""
    if conversion == 100 or conversion == 105 or conversion == 117:
        if isinstance(value, int):
            return (value + 0)._percent(conversion, flags, width, precision)
        if isinstance(value, float):
            return int(value)._percent(conversion, flags, width, precision)
        raise TypeError(f"%{chr(conversion)} format: a real number is required, not {ll.class_name_of(value)}")
    if conversion == 111 or conversion | 32 == 120:
        if isinstance(value, int):
            return (value + 0)._percent(conversion, flags, width, precision)
        raise TypeError(f"%{chr(conversion)} format: an integer is required, not {ll.class_name_of(value)}")
    lower = conversion | 32
    if lower == 101 or lower == 102 or lower == 103:
        if isinstance(value, (int, float)):
            return ll_percent_float(float(value), conversion, flags, width, precision)
        raise TypeError(f"must be real number, not {ll.class_name_of(value)}")
    ll_percent_unknown(template, end)
    return ""
