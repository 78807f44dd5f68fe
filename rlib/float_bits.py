"""Floats by their bits, and sums of squares."""

from rlib import lowlevel as ll
from rlib.exponential import ll_pair_add, ll_pair_sqrt
from rlib.pow import ll_two_product


def ll_exponent(x):
    """The e of x = m * 2**e, 0.5 <= |m| < 1, for a finite x that is not 0."""
    e = ll.float_bits(ll.float_abs(x)) >> 52
    if e == 0:
        return (ll.float_bits(ll.float_abs(x) * 18014398509481984.0) >> 52) - 1076
    return e - 1022


def ll_mantissa(x):
    """The m of it."""
    if ll.float_bits(ll.float_abs(x)) >> 52 == 0:
        x = x * 18014398509481984.0
    return ll.float_from_bits(ll.float_bits(x) & -9218868437227405313 | 4602678819172646912)


def ll_next(x, n):
    """The float whose bits are n further."""
    return ll.float_from_bits(ll.float_bits(x) + n)


def ll_trunc(x):
    """The whole part, as a float."""
    return ll.float_trunc(x)


def ll_power(k):
    """2**k, -1022 <= k <= 1023."""
    return ll.float_from_bits(k + 1023 << 52)


def ll_scaled_square(x, exponent, total, rest):
    """total + rest + (x / 2**exponent)**2, where x has no greater exponent."""
    y = x * ll_power(-exponent if exponent > -1000 else 1000)
    if exponent <= -1000:
        y = y * ll_power(-exponent - 1000)
    if exponent > 1022:
        y = x * ll_power(-1022) * ll_power(1022 - exponent)
    square, low = ll_two_product(y, y)
    total, rest = ll_pair_add(total, rest, square, low)
    return total, rest


def ll_root_of_sum(total, rest):
    r, low = ll_pair_sqrt(total, rest)
    return r + low
