"""format(b, spec) and `%` of big ints: `format` and `percent`, with digits from here."""

from rlib import lowlevel as ll
from rlib.bigint import ll_big_to_int
from rlib.bigint_float import ll_big_to_float
from rlib.bigint_text import ll_big_radix, ll_big_str
from rlib.format import ll_digit_bits, ll_format_digits, ll_format_float, ll_format_int, ll_spec_base
from rlib.percent import ll_percent_digits
from rlib.string import ll_new_str


def ll_big_format(b, spec):
    """format(b, spec)."""
    base = ll_spec_base(spec)
    if base == 0:
        return ll_format_float(ll_big_to_float(b), spec)
    if base == 1:
        i, fits = ll_big_to_int(b)
        if not fits:
            raise OverflowError("Python int too large to convert to C long")
        return ll_format_int(i, spec)
    bits = 0 if base == 10 else ll.int_ctz(base)
    return ll_format_digits(b.negative, ll_big_digits(b, bits), spec)


def ll_big_percent(b, conversion, flags, width, precision):
    """A big int in a directive of d, i, u, o, x or X."""
    digits = ll_big_digits(b, ll_digit_bits(conversion))
    return ll_percent_digits(b.negative, digits, conversion, flags, width, precision)


def ll_big_digits(b, bits):
    """The digits of |b|, of so many bits each, or decimal ones for 0."""
    if bits == 0:
        s = ll_big_str(b)
        start = 0
    else:
        s = ll_big_radix(b, bits, 120)
        start = 2
    if b.negative:
        start += 1
    n = len(s) - start
    t = ll_new_str(n, n)
    ll.copy_items(s, start, t, 0, n)
    return t
