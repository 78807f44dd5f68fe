"""The parts of a float: its whole number and fraction as a ratio, and hexadecimal text."""

from rlib import lowlevel as ll
from rlib.float import ll_is_finite, ll_is_word, ll_nan, ll_unpack
from rlib.format import ll_digits
from rlib.format_float import ll_not_finite_text
from rlib.int import ll_int_str
from rlib.string import ll_concat, ll_is_space, ll_new_str


def ll_float_is_integer(x):
    """x.is_integer()."""
    return ll_is_finite(x) and ll.float_trunc(x) == x


def ll_float_odd(x):
    """m and q such that x = m * 2**q and m is odd; 0 and 0 for 0.0."""
    if x != x:
        raise ValueError("cannot convert NaN to integer ratio")
    if not ll_is_finite(x):
        raise OverflowError("cannot convert Infinity to integer ratio")
    if x == 0.0:
        return 0, 0
    m, q = ll_unpack(ll.float_bits(ll.float_abs(x)))
    zeros = ll.int_ctz(m)
    m >>= zeros
    return -m if x < 0.0 else m, q + zeros


# Hexadecimal text.


def ll_float_hex(x):
    """x.hex()."""
    negative = ll.float_bits(x) < 0
    bits = ll.float_bits(ll.float_abs(x))
    if bits >= 9218868437227405312:
        return ll_not_finite_text(x != x, negative, 101)
    if bits == 0:
        return "-0x0.0p+0" if negative else "0x0.0p+0"
    exponent = bits >> 52
    # A leading 1 above the thirteen digits keeps their zeros.
    digits = ll_digits(bits & 4503599627370495 | 4503599627370496, 4)
    head = ll_new_str(4, 4)
    head[0] = 48
    head[1] = 120
    head[2] = 48 if exponent == 0 else 49
    head[3] = 46
    for i in range(0, 13):
        digits[i] = digits[i + 1]
    digits[13] = 112
    text = ll_concat(head, digits)
    e = -1022 if exponent == 0 else exponent - 1023
    if e >= 0:
        text = ll_concat(text, "+")
    text = ll_concat(text, ll_int_str(e))
    return ll_concat("-", text) if negative else text


def ll_float_from_hex(s):
    """float.fromhex(s)."""
    i = 0
    end = len(s)
    while i < end and ll_is_space(s[i]):
        i += 1
    while i < end and ll_is_space(s[end - 1]):
        end -= 1
    negative = False
    if i < end and (s[i] == 45 or s[i] == 43):
        negative = s[i] == 45
        i += 1
    x = 0.0
    n = end - i
    if n == 3 and ll_is_word(s, i, "nan", 3):
        x = ll_nan()
    elif (n == 3 or n == 8) and ll_is_word(s, i, "infinity", n):
        x = ll.float_from_bits(9218868437227405312)
    else:
        x = ll_hex_numeral(s, i, end)
    return -x if negative else x


def ll_hex_numeral(s, i, end):
    """0x, hex digits with a point among them, and p with a decimal power of two; the 0x
    and the p may be absent."""
    if i + 1 < end and s[i] == 48 and s[i + 1] | 32 == 120:
        i += 2
    # The value is m * 2**q, and more where a digit that is not 0 was left out.
    m = 0
    q = 0
    more = False
    digits = 0
    pointed = False
    while i < end:
        c = s[i]
        digit = ll_hex_value(c)
        if digit >= 0:
            digits += 1
            if m < 72057594037927936:
                m = m << 4 | digit
            else:
                more = more or digit != 0
                q += 4
            if pointed:
                q -= 4
        elif c == 46 and not pointed:
            pointed = True
        else:
            break
        i += 1
    valid = digits > 0
    if i < end and s[i] | 32 == 112:
        i += 1
        sign = 1
        if i < end and (s[i] == 45 or s[i] == 43):
            sign = 44 - s[i]
            i += 1
        valid = valid and i < end and s[i] >= 48 and s[i] <= 57
        exponent = 0
        while i < end and s[i] >= 48 and s[i] <= 57:
            if exponent < 1000000000000:
                exponent = exponent * 10 + s[i] - 48
            i += 1
        q += sign * exponent
    if not valid or i != end:
        raise ValueError("invalid hexadecimal floating-point string")
    if m == 0:
        return 0.0
    return ll_scale_round(m, q, more)


def ll_hex_value(c):
    """The value of a hex digit, or -1."""
    if c >= 48 and c <= 57:
        return c - 48
    c |= 32
    return c - 87 if c >= 97 and c <= 102 else -1


def ll_scale_round(m, q, more):
    """The double nearest to m * 2**q, 0 < m < 2**60, or to what lies above where there is
    more; halves to even."""
    top = q + 63 - ll.int_clz(m)
    if top > 1023:
        raise OverflowError("hexadecimal value too large to represent as a float")
    if top < -1075:
        return 0.0
    # The last place: 53 bits, or what the least exponent leaves.
    last = top - 52 if top >= -1022 else -1074
    drop = last - q
    if drop <= 0:
        m = m << -drop
    else:
        kept = m >> drop
        rest = m - (kept << drop)
        half = 1 << (drop - 1)
        m = kept + 1 if rest > half or rest == half and (more or kept & 1 != 0) else kept
    # A carry out of the mantissa adds 1 to the exponent by itself.
    if m >= 4503599627370496:
        m += (last + 1074) << 52
    if m >= 9218868437227405312:
        raise OverflowError("hexadecimal value too large to represent as a float")
    return ll.float_from_bits(m)
