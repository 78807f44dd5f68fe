"""The format mini-language: format(x, spec) for int, bool, float and str.

    [[fill]align][sign][z][#][0][width][grouping][.precision][type]

A spec becomes nine results, with which a value can then be formatted as often as one
likes:

    fill       a code point
    align      one of the characters < > ^ =
    sign       one of + - and space, or 0
    flags      1: z, 2: #
    width      or -1
    separator  a comma, an underscore or 0
    precision  or -1
    kind       the type character, a code point; the default of the value's type where
               there is none

The order of the checks, and so which error is raised, is that of CPython's
formatter_unicode.c."""

from rlib import lowlevel as ll
from rlib.boolean import ll_bool_str
from rlib.float import ll_float_repr
from rlib.format_float import ll_float_text
from rlib.int import ll_int_magnitude, ll_int_str, ll_put_digits
from rlib.string import ll_ascii_of, ll_concat, ll_cut, ll_decode, ll_encode, ll_new_str, ll_str_chr
from rlib.string import ll_str_contains_char, ll_width


# Values.


def ll_format_int(n, spec):
    """format(n, spec)."""
    return ll_format_integer(n, spec, "int")


def ll_format_bool(b, spec):
    """format(b, spec): as the int, but for an empty spec."""
    if len(spec) == 0:
        return ll_bool_str(b)
    return ll_format_integer(ll.bool_to_int(b), spec, "bool")


def ll_format_integer(n, spec, type_name):
    if len(spec) == 0:
        return ll_int_str(n)
    fill, align, sign, flags, width, separator, precision, kind = ll_parse_int_spec(spec, type_name)
    return ll_format_int_by(n, fill, align, sign, flags, width, separator, precision, kind)


def ll_format_float(x, spec):
    """format(x, spec)."""
    if len(spec) == 0:
        return ll_float_repr(x)
    fill, align, sign, flags, width, separator, precision, kind = ll_parse_float_spec(spec)
    return ll_format_float_by(x, fill, align, sign, flags, width, separator, precision, kind)


def ll_format_str(s, spec):
    """format(s, spec)."""
    if len(spec) == 0:
        return s
    fill, align, sign, flags, width, separator, precision, kind = ll_parse_str_spec(spec)
    return ll_format_str_by(s, fill, align, width, precision)


def ll_format_digits(negative, digits, spec):
    """format(n, spec) for an int of any size: its digits are given in the base that
    ll_spec_base(spec) asks for."""
    fill, align, sign, flags, width, separator, precision, kind = ll_parse_int_spec(spec, "int")
    return ll_format_digits_by(negative, digits, fill, align, sign, flags, width, separator, kind)


def ll_spec_base(spec):
    """The base of the digits that an int's spec asks for; 0 where it asks for a float's
    digits, 1 where for a character."""
    if len(spec) == 0:
        return 10
    fill, align, sign, flags, width, separator, precision, kind = ll_parse_int_spec(spec, "int")
    if ll_is_float_kind(kind):
        return 0
    if kind == 99:
        return 1
    bits = ll_digit_bits(kind)
    return 10 if bits == 0 else 1 << bits


def ll_format_object(s, spec, type_name):
    """format(x, spec) for an object that knows no spec; s is str(x)."""
    if len(spec) != 0:
        message = ll_concat("unsupported format string passed to ", type_name)
        raise TypeError(ll_concat(message, ".__format__"))
    return s


# Values, by a spec's parts.


def ll_format_int_by(n, fill, align, sign, flags, width, separator, precision, kind):
    """format(n, spec), by the results of ll_parse_int_spec."""
    if ll_is_float_kind(kind):
        x = ll.int_to_float(n)
        return ll_format_float_by(x, fill, align, sign, flags, width, separator, precision, kind)
    if kind == 99:
        if n < 0 or n > 1114111:
            raise OverflowError("%c arg not in range(0x110000)")
        return ll_pad(ll_str_chr(n), fill, align, width)
    if width < 0 and sign != 43 and sign != 32 and separator == 0 and (kind == 100 or kind == 110):
        return ll_int_str(n)
    digits = ll_digits(ll_int_magnitude(n), ll_digit_bits(kind))
    return ll_format_digits_by(n < 0, digits, fill, align, sign, flags, width, separator, kind)


def ll_format_digits_by(negative, digits, fill, align, sign, flags, width, separator, kind):
    """An int's text, from its digits in the base of the kind."""
    letter = 0
    if flags & 2 != 0 and ll_digit_bits(kind) != 0:
        letter = kind
    if kind == 88:
        digits = ll_upper_digits(digits)
    group = 0
    if separator != 0:
        group = 3 if ll_digit_bits(kind) == 0 else 4
    mark = ll_sign_mark(negative, sign)
    return ll_number(mark, letter, digits, 0, len(digits), 1, fill, align, width, separator, group)


def ll_format_float_by(x, fill, align, sign, flags, width, separator, precision, kind):
    """format(x, spec), by the results of ll_parse_float_spec."""
    if precision > 2147483647:
        raise ValueError("precision too big")
    text_flags = flags
    if kind == 0:
        text_flags |= 4
        kind = 114 if precision < 0 else 103
    elif kind == 110:
        kind = 103
    s = ll_float_text(x, kind, 6 if precision < 0 else precision, text_flags)
    if width <= len(s) and separator == 0 and sign != 43 and sign != 32:
        return s
    start = 1 if s[0] == 45 else 0
    mark = ll_sign_mark(start == 1, sign)
    stop = ll_digits_end(s, start)
    return ll_number(mark, 0, s, start, stop, 1, fill, align, width, separator, 0 if separator == 0 else 3)


def ll_format_str_by(s, fill, align, width, precision):
    """format(s, spec), by the results of ll_parse_str_spec."""
    return ll_pad(ll_str_head(s, precision), fill, align, width)


# The spec.


def ll_parse_int_spec(spec, type_name):
    """The parts of an int's spec, checked."""
    fill, align, sign, flags, width, separator, precision, kind = ll_parse_spec(spec, 62, 100, type_name)
    if not ll_is_float_kind(kind):
        if not ll_str_contains_char("bcdnoxX", kind):
            ll_unknown_kind(kind, type_name)
        if precision >= 0:
            raise ValueError("Precision not allowed in integer format specifier")
        if flags & 1 != 0:
            raise ValueError("Negative zero coercion (z) not allowed in integer format specifier")
        if kind == 99 and sign != 0:
            raise ValueError("Sign not allowed with integer format specifier 'c'")
        if kind == 99 and flags & 2 != 0:
            raise ValueError("Alternate form (#) not allowed with integer format specifier 'c'")
    return fill, align, sign, flags, width, separator, precision, kind


def ll_parse_float_spec(spec):
    """The parts of a float's spec, checked; the kind is 0 where none is given."""
    fill, align, sign, flags, width, separator, precision, kind = ll_parse_spec(spec, 62, 0, "float")
    if kind != 0 and kind != 110 and not ll_is_float_kind(kind):
        ll_unknown_kind(kind, "float")
    return fill, align, sign, flags, width, separator, precision, kind


def ll_parse_str_spec(spec):
    """The parts of a str's spec, checked."""
    fill, align, sign, flags, width, separator, precision, kind = ll_parse_spec(spec, 60, 115, "str")
    if kind != 115:
        ll_unknown_kind(kind, "str")
    if sign == 32:
        raise ValueError("Space not allowed in string format specifier")
    if sign != 0:
        raise ValueError("Sign not allowed in string format specifier")
    if flags & 1 != 0:
        raise ValueError("Negative zero coercion (z) not allowed in string format specifier")
    if flags & 2 != 0:
        raise ValueError("Alternate form (#) not allowed in string format specifier")
    if align == 61:
        raise ValueError("'=' alignment not allowed in string format specifier")
    return fill, align, sign, flags, width, separator, precision, kind


def ll_parse_spec(spec, align, kind, type_name):
    """The parts of any spec, with the defaults given for align and kind."""
    fill = 32
    sign = 0
    flags = 0
    separator = 0
    precision = -1
    i = 0
    filled = False
    numeric = align == 62
    if len(spec) > 0:
        i = ll_width(ll_decode(spec, 0))
        if ll_is_align(ll_byte(spec, i)):
            fill = ll_decode(spec, 0)
            align = spec[i]
            i += 1
            filled = True
            numeric = False
        elif ll_is_align(spec[0]):
            align = spec[0]
            numeric = False
        else:
            i = 0
    c = ll_byte(spec, i)
    if c == 32 or c == 43 or c == 45:
        sign = c
        i += 1
    if ll_byte(spec, i) == 122:
        flags = 1
        i += 1
    if ll_byte(spec, i) == 35:
        flags |= 2
        i += 1
    if not filled and ll_byte(spec, i) == 48:
        fill = 48
        if numeric:
            align = 61
        i += 1
    width, i = ll_parse_decimal_number(spec, i)
    if ll_byte(spec, i) == 44:
        separator = 44
        i += 1
    if ll_byte(spec, i) == 95:
        if separator != 0:
            raise ValueError("Cannot specify both ',' and '_'.")
        separator = 95
        i += 1
    if separator == 95 and ll_byte(spec, i) == 44:
        raise ValueError("Cannot specify both ',' and '_'.")
    if ll_byte(spec, i) == 46:
        precision, i = ll_parse_decimal_number(spec, i + 1)
        if precision < 0:
            raise ValueError("Format specifier missing precision")
    if i < len(spec):
        kind = ll_decode(spec, i)
        if i + ll_width(kind) < len(spec):
            message = ll_concat(ll_concat("Invalid format specifier '", spec), "' for object of type '")
            raise ValueError(ll_concat(ll_concat(message, type_name), "'"))
    if separator != 0 and not ll_may_group(separator, kind):
        message = ll_concat(ll_concat("Cannot specify '", ll_str_chr(separator)), "' with '")
        raise ValueError(ll_concat(ll_concat(message, ll_shown_kind(kind)), "'."))
    return fill, align, sign, flags, width, separator, precision, kind


def ll_byte(s, i):
    """The byte there, -1 at the end."""
    return s[i] if i < len(s) else -1


def ll_is_align(c):
    """Is it one of < = > ^ ?"""
    return c >= 60 and c <= 62 or c == 94


def ll_parse_decimal_number(s, i):
    """The number whose decimal digits, Unicode's too, begin there, or -1 where none
    does; and where it ends."""
    n = -1
    while i < len(s):
        c = ll_decode(s, i)
        digit = (c if c < 128 else ll_ascii_of(c)) - 48
        if digit < 0 or digit > 9:
            break
        if n < 0:
            n = 0
        if n > 922337203685477580 or n == 922337203685477580 and digit > 7:
            raise ValueError("Too many decimal digits in format string")
        n = n * 10 + digit
        i += ll_width(c)
    return n, i


def ll_is_float_kind(kind):
    """Is it one of e f g E F G % ?"""
    return kind >= 101 and kind <= 103 or kind >= 69 and kind <= 71 or kind == 37


def ll_digit_bits(kind):
    """How many bits a digit of b, o, x or X has; 0 for other kinds."""
    if kind == 120 or kind == 88:
        return 4
    if kind == 111:
        return 3
    return 1 if kind == 98 else 0


def ll_may_group(separator, kind):
    """Commas stand in decimal numbers only, underscores in others too."""
    if kind == 0 or kind == 100 or ll_is_float_kind(kind):
        return True
    return separator == 95 and ll_digit_bits(kind) != 0


def ll_unknown_kind(kind, type_name):
    message = ll_concat(ll_concat("Unknown format code '", ll_shown_kind(kind)), "' for object of type '")
    raise ValueError(ll_concat(ll_concat(message, type_name), "'"))


def ll_shown_kind(kind):
    """The character, or a hex escape of those that are no ASCII or control characters."""
    if kind > 32 and kind < 128:
        return ll_str_chr(kind)
    return ll_concat("\\x", ll_digits(kind, 4))


# Text.


def ll_digits(u, bits):
    """An unsigned number's digits of so many bits each; decimal for 0."""
    digits = ll.zeros(ll.Buffer, 64)
    i = 64
    if bits == 0:
        i = ll_put_digits(digits, 64, u)
    else:
        while True:
            i -= 1
            digits[i] = "0123456789abcdef"[u & (1 << bits) - 1]
            u = ll.uint_shr(u, bits)
            if u == 0:
                break
    s = ll_new_str(64 - i, 64 - i)
    ll.copy_items(digits, i, s, 0, 64 - i)
    return s


def ll_upper_digits(digits):
    """Hex digits with capital letters."""
    s = ll_new_str(len(digits), len(digits))
    for i in range(0, len(digits)):
        s[i] = digits[i] - 32 if digits[i] >= 97 else digits[i]
    return s


def ll_digits_end(s, i):
    """Where the decimal digits end that begin there."""
    while i < len(s) and s[i] >= 48 and s[i] <= 57:
        i += 1
    return i


def ll_sign_mark(negative, sign):
    """The character before a number, or 0."""
    if negative:
        return 45
    return sign if sign != 45 else 0


def ll_number(mark, letter, text, start, stop, least, fill, align, width, separator, group):
    """A number in its field:

        <padding> <mark> <0 and letter> <padding> <digits> <rest> <padding>

    The digits are text[start:stop], the rest is what follows them. Zeros precede the
    digits where they are fewer than `least`, or where zeros pad after the sign. With a
    group size, separators stand between groups."""
    ll_check_width(width)
    digits = stop - start
    rest = len(text) - stop
    outer = (0 if mark == 0 else 1) + (0 if letter == 0 else 2) + rest
    zeros = 0
    commas = 0
    if digits > 0:
        if digits < least:
            zeros = least - digits
        room = width - outer if fill == 48 and align == 61 else 0
        if group > 0:
            # With their separators, so many digits fill the room, or pass it by one.
            if room > 0:
                room -= ll.int_div(room, group + 1)
                if ll.int_rem(width - outer, group + 1) == 0:
                    room += 1
        if room > digits + zeros:
            zeros = room - digits
        if group > 0:
            commas = ll.int_div(digits + zeros - 1, group)
    size = outer + zeros + digits + commas
    padding = width - size if width > size else 0
    before = 0
    inside = 0
    if align == 62:
        before = padding
    elif align == 94:
        before = padding >> 1
    elif align == 61:
        inside = padding
    s = ll_new_str(size + padding * ll_width(fill), size + padding)
    at = ll_fill(s, 0, fill, before)
    if mark != 0:
        s[at] = mark
        at += 1
    if letter != 0:
        s[at] = 48
        s[at + 1] = letter
        at += 2
    at = ll_fill(s, at, fill, inside)
    left = zeros + digits
    while left > 0:
        s[at] = 48 if left > digits else text[stop - left]
        at += 1
        left -= 1
        if group > 0 and left > 0 and ll.int_rem(left, group) == 0:
            s[at] = separator
            at += 1
    ll.copy_items(text, stop, s, at, rest)
    ll_fill(s, at + rest, fill, padding - before - inside)
    return s


def ll_pad(s, fill, align, width):
    """The str in a field of so many code points."""
    ll_check_width(width)
    padding = width - s.length
    if padding <= 0:
        return s
    before = padding
    if align == 60:
        before = 0
    elif align == 94:
        before = padding >> 1
    t = ll_new_str(len(s) + padding * ll_width(fill), width)
    at = ll_fill(t, 0, fill, before)
    ll.copy_items(s, 0, t, at, len(s))
    ll_fill(t, at + len(s), fill, padding - before)
    return t


def ll_check_width(width):
    """So that sums of sizes stay within 64 bits."""
    if width > 2147483647:
        raise MemoryError()


def ll_fill(s, at, c, n):
    """Writes the code point n times; gives where it ends."""
    size = ll_width(c)
    for i in range(0, n):
        ll_encode(s, at, c)
        at += size
    return at


def ll_str_head(s, n):
    """The first n code points; all of them for a negative n."""
    if n < 0 or n >= s.length:
        return s
    return ll_cut(s, n)
