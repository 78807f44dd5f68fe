"""Big ints and floats: conversions rounded once, halves to even; quotients; order."""

from rlib import lowlevel as ll
from rlib.bigint import (
    ll_big_add,
    ll_big_bit_length,
    ll_big_cmp,
    ll_big_divide,
    ll_big_divmod,
    ll_big_from_int,
    ll_big_is_odd,
    ll_big_low_word,
    ll_big_lshift_magnitude,
    ll_big_pow_int,
    ll_big_sub,
    ll_big_to_int,
    ll_big_twos,
    ll_differ,
    ll_new_big,
)
from rlib.float import ll_is_finite, ll_nearest_bits, ll_unpack
from rlib.int import ll_int_truediv


def ll_big_from_float(x):
    """int(x), and math.trunc(x)."""
    if not ll_is_finite(x):
        if x != x:
            raise ValueError("cannot convert float NaN to integer")
        raise OverflowError("cannot convert float infinity to integer")
    if ll.float_abs(x) < 9223372036854775808.0:
        return ll_big_from_int(ll.float_to_int(x))
    m, e = ll_unpack(ll.float_bits(ll.float_abs(x)))
    return ll_big_lshift_magnitude(ll_big_from_int(m), e, x < 0.0)


def ll_big_to_float(b):
    """float(b)."""
    m, e = ll_big_upper_word(b)
    x = ll.uint_to_float(m)
    if e > 0:
        x = ll.float_from_bits(ll_nearest_bits(m, e))
        if not ll_is_finite(x):
            raise OverflowError("int too large to convert to float")
    return -x if b.negative else x


def ll_big_upper_word(b):
    """The highest 64 bits m of the magnitude, and e, where it is m * 2**e; the lowest bit
    of m also stands for all below it."""
    e = ll_big_bit_length(b) - 64
    if e <= 0:
        return ll_big_low_word(b), 0
    i = e >> 5
    bits = e & 31
    m = ll.uint_shr(ll.int_shl(b[i + 1], 32) | b[i], bits)
    if bits > 0:
        m |= ll.int_shl(b[i + 2], 64 - bits)
    return m | 1 if ll_big_twos(b) < e else m, e


def ll_big_frexp(b):
    """|b| as x * 2**e, 0.5 <= x < 1, x rounded to a float: for logarithms. b is not 0."""
    m, e = ll_big_upper_word(b)
    shift = ll.int_clz(m)
    bits = ll_nearest_bits(ll.int_shl(m, shift), -64)
    e += 64 - shift
    if bits == 4607182418800017408:
        return 0.5, e + 1
    return ll.float_from_bits(bits), e


def ll_big_truediv(a, b):
    """a / b: 63 or 64 bits of the quotient, the lowest of which also stands for all below
    it, are rounded."""
    if len(b) == 0:
        raise ZeroDivisionError("division by zero")
    i, fits_a = ll_big_to_int(a)
    j, fits_b = ll_big_to_int(b)
    if fits_a and fits_b:
        return ll_int_truediv(i, j)
    negative = ll_differ(a.negative, b.negative)
    shift = 63 - ll_big_bit_length(a) + ll_big_bit_length(b)
    if shift < -1000:
        raise OverflowError("integer division result too large for a float")
    x = 0.0
    if len(a) > 0 and shift < 1200:
        if shift > 0:
            a = ll_big_lshift_magnitude(a, shift, False)
        else:
            b = ll_big_lshift_magnitude(b, -shift, False)
        q, r = ll_big_divide(a, b)
        m = ll_big_low_word(q)
        x = ll.float_from_bits(ll_nearest_bits(m if len(r) == 0 else m | 1, -shift))
        if not ll_is_finite(x):
            raise OverflowError("integer division result too large for a float")
    return -x if negative else x


def ll_big_cmp_float(b, x):
    """-1, 0 or 1 as b is less than, equal to or greater than x; 2 where x is not a number."""
    if not ll_is_finite(x):
        if x != x:
            return 2
        return -1 if x > 0.0 else 1
    whole = ll.float_trunc(x)
    order = ll_big_cmp(b, ll_big_from_float(whole))
    if order != 0 or whole == x:
        return order
    return -1 if whole < x else 1


def ll_big_round(b, digits):
    """round(b, digits): to a multiple of 10 ** -digits, halves to even."""
    if digits >= 0:
        return b
    # 10 ** n is more than 2 * |b|.
    if digits < -1 - ll_big_bit_length(b):
        return ll_new_big(0, False)
    p = ll_big_pow_int(ll_big_from_int(10), -digits)
    q, r = ll_big_divmod(b, p)
    order = ll_big_cmp(ll_big_add(r, r), p)
    if order > 0 or order == 0 and ll_big_is_odd(q):
        return ll_big_add(ll_big_sub(b, r), p)
    return ll_big_sub(b, r)
