"""template % values: the directives of a template, and a value in one.

    %[(key)][flags][width][.precision][h|l|L]conversion

A directive becomes several results. The caller takes the values, and so raises what
concerns them (not enough arguments, a value of a wrong type, a missing key), in
CPython's order: the stars' values, then ll_percent_check, then the value.

Flags are 1: -, 2: +, 4: space, 8: #, 16: 0. A width or precision is -1 where there is
none, and -2 where it is a star."""

from rlib import lowlevel as ll
from rlib.format import ll_byte, ll_digit_bits, ll_digits, ll_digits_end, ll_number, ll_pad
from rlib.format import ll_str_head, ll_upper_digits
from rlib.format_float import ll_float_text
from rlib.int import ll_int_magnitude, ll_int_str
from rlib.string import ll_concat, ll_decode, ll_str_chr, ll_width


# Values. Here a star's value has been taken: see ll_percent_star_width.


def ll_percent_int(n, conversion, flags, width, precision):
    """An int in a directive of d, i, u, o, x or X."""
    if width < 0 and precision < 0 and flags & 6 == 0 and ll_digit_bits(conversion) == 0:
        return ll_int_str(n)
    digits = ll_digits(ll_int_magnitude(n), ll_digit_bits(conversion))
    return ll_percent_digits(n < 0, digits, conversion, flags, width, precision)


def ll_percent_digits(negative, digits, conversion, flags, width, precision):
    """An int of any size in a directive of d, i, u, o, x or X, from its digits in that
    base."""
    if precision > 2147483644:
        raise OverflowError("precision too large")
    letter = 0
    if flags & 8 != 0 and ll_digit_bits(conversion) != 0:
        letter = conversion
    if conversion == 88:
        digits = ll_upper_digits(digits)
    mark = ll_percent_mark(negative, flags)
    align, fill = ll_percent_align(flags)
    return ll_number(mark, letter, digits, 0, len(digits), precision, fill, align, width, 0, 0)


def ll_percent_float(x, conversion, flags, width, precision):
    """A float in a directive of e, E, f, F, g or G."""
    s = ll_float_text(x, conversion, 6 if precision < 0 else precision, flags >> 2 & 2)
    if width <= len(s) and flags & 6 == 0:
        return s
    start = 1 if s[0] == 45 else 0
    mark = ll_percent_mark(start == 1, flags)
    align, fill = ll_percent_align(flags)
    return ll_number(mark, 0, s, start, ll_digits_end(s, start), 1, fill, align, width, 0, 0)


def ll_percent_str(s, flags, width, precision):
    """A str in a directive of s; a repr or an ascii in one of r or a."""
    return ll_pad(ll_str_head(s, precision), 32, 60 if flags & 1 != 0 else 62, width)


def ll_percent_char(n, flags, width):
    """An int in a directive of c."""
    if n < 0 or n > 1114111:
        raise OverflowError("%c arg not in range(0x110000)")
    return ll_percent_str(ll_str_chr(n), flags, width, -1)


def ll_percent_char_str(s, flags, width):
    """A str in a directive of c."""
    if s.length != 1:
        raise TypeError("%c requires int or char")
    return ll_percent_str(s, flags, width, -1)


def ll_percent_mark(negative, flags):
    """The character before a number, or 0."""
    if negative:
        return 45
    if flags & 2 != 0:
        return 43
    return 32 if flags & 4 != 0 else 0


def ll_percent_align(flags):
    """How a number is aligned, and the fill, as in a format spec."""
    if flags & 1 != 0:
        return 60, 32
    if flags & 16 != 0:
        return 61, 48
    return 62, 32


# Templates.


def ll_percent_next(template, i, is_mapping):
    """The next piece of the template, from byte i on: where its literal text ends, the
    beginning and end of the directive's key (-1 where there is none), flags, width,
    precision, the conversion's code point, and where the piece ends. The conversion is 0
    where no directive follows: at the end, and where %% ends the literal text, which has
    one of the two; it is negative where ll_percent_check will raise."""
    start = i
    while start < len(template) and template[start] != 37:
        start += 1
    if start == len(template):
        return start, -1, -1, 0, -1, -1, 0, start
    if ll_byte(template, start + 1) == 37:
        return start + 1, -1, -1, 0, -1, -1, 0, start + 2
    i = start + 1
    key_start = -1
    key_end = -1
    if ll_byte(template, i) == 40:
        if not is_mapping:
            raise TypeError("format requires a mapping")
        key_start = i + 1
        key_end = ll_percent_key_end(template, key_start)
        i = key_end + 1
    flags = 0
    flag = ll_percent_flag(ll_byte(template, i))
    while flag != 0:
        flags |= flag
        i += 1
        flag = ll_percent_flag(ll_byte(template, i))
    width, i = ll_percent_number(template, i, 922337203685477580, 7)
    if width == -3:
        return start, key_start, key_end, flags, -1, -1, -2, i
    precision = -1
    if ll_byte(template, i) == 46:
        precision, i = ll_percent_number(template, i + 1, 214748364, 7)
        if precision == -3:
            return start, key_start, key_end, flags, width, -1, -3, i
        if precision == -1:
            precision = 0
    c = ll_byte(template, i)
    if c == 104 or c == 108 or c == 76:
        i += 1
    if i >= len(template):
        return start, key_start, key_end, flags, width, precision, -1, i
    c = ll_decode(template, i)
    return start, key_start, key_end, flags, width, precision, c, i + ll_width(c)


def ll_percent_check(conversion):
    """Raises what ll_percent_next found wrong after a star or a key, which come first."""
    if conversion == -1:
        raise ValueError("incomplete format")
    if conversion == -2:
        raise ValueError("width too big")
    if conversion == -3:
        raise ValueError("precision too big")


def ll_percent_unknown(template, end):
    """Raises the error for a conversion that is none; the directive ends there."""
    i = 0
    index = -1
    c = 0
    while i < end:
        c = ll_decode(template, i)
        i += ll_width(c)
        index += 1
    message = ll_concat("unsupported format character '", ll_str_chr(c) if c >= 31 and c < 127 else "?")
    message = ll_concat(ll_concat(message, "' (0x"), ll_digits(c, 4))
    raise ValueError(ll_concat(ll_concat(message, ") at index "), ll_int_str(index)))


def ll_percent_star_width(n, flags):
    """The flags and the width for a star's value: a negative one aligns to the left."""
    if n >= 0:
        return flags, n
    return flags | 1, ll.int_sub(0, n) if n > -9223372036854775807 else 9223372036854775807


def ll_percent_star_precision(n):
    """The precision for a star's value."""
    if n < -2147483648 or n > 2147483647:
        raise OverflowError("Python int too large to convert to C int")
    return n if n > 0 else 0


def ll_percent_key_end(template, i):
    """Where the parenthesis closes; there may be others inside."""
    depth = 1
    while i < len(template):
        if template[i] == 40:
            depth += 1
        elif template[i] == 41:
            depth -= 1
            if depth == 0:
                return i
        i += 1
    raise ValueError("incomplete format key")


def ll_percent_flag(c):
    """The flag that the character stands for, or 0."""
    if c == 45:
        return 1
    if c == 43:
        return 2
    if c == 32:
        return 4
    if c == 35:
        return 8
    return 16 if c == 48 else 0


def ll_percent_number(template, i, most, digit):
    """A star: -2; a number of at most 10 * most + digit: it; a greater one: -3; nothing:
    -1. And where it ends."""
    if ll_byte(template, i) == 42:
        return -2, i + 1
    n = -1
    while i < len(template) and template[i] >= 48 and template[i] <= 57:
        d = template[i] - 48
        if n < 0:
            n = 0
        if n > most or n == most and d > digit:
            return -3, i
        n = n * 10 + d
        i += 1
    return n, i
