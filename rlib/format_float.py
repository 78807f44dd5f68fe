"""A float's text with a given number of digits: what format(), % and round() are made of.

The digits are correctly rounded for every double and every precision. Up to 17 of them
come from one product with a power of ten (ll_scaled), others from exact arithmetic: a
double is a whole number and a binary fraction, and each of the two gives its decimal
digits nine at a time, the one by division, the other by multiplication (Knuth, The Art
of Computer Programming 2, section 4.4, methods 1a and 2a)."""

from rlib import lowlevel as ll
from rlib.float import ll_scaled, ll_shortest_decimal, ll_unpack
from rlib.int import ll_put_digits
from rlib.string import ll_new_str


# Text.


def ll_float_text(x, kind, precision, flags):
    """The text of x: CPython's PyOS_double_to_string. The kind is one of the characters
    eEfFgG, % for f of 100 * x, or r for repr(x), which takes no precision; the flags are
    1: no sign at a zero, 2: a point in any case, 4: repr's point (at least one digit
    follows it, and g has an exponent one digit earlier)."""
    code = kind | 32
    if kind == 37:
        x = x * 100.0
        code = 102
    negative = ll.float_bits(x) < 0
    x = ll.float_abs(x)
    bits = ll.float_bits(x)
    if bits >= 9218868437227405312:
        return ll_not_finite_text(bits != 9218868437227405312, negative, kind)
    digits = ll.zeros(ll.Buffer, 1024)
    # The digits are 0.d1d2... * 10**point; the text shows them up to `shown`, with zeros.
    n = 0
    point = 0
    if code == 114:
        n, point = ll_shortest_digits(x, digits)
    elif code == 102:
        n, point = ll_fixed_digits(x, digits, precision)
    else:
        if code == 101:
            precision += 1
        elif precision == 0:
            precision = 1
        n, point = ll_significant_digits(x, digits, precision)
    if negative and flags & 1 != 0 and (n == 0 or digits[0] == 48):
        negative = False
    shown = n
    scientific = code == 101
    if code == 102:
        shown = point + precision
    elif code == 101 or flags & 2 != 0 and code == 103:
        shown = precision
    if code == 103:
        scientific = point <= -4 or point > precision - (1 if flags & 4 != 0 else 0)
    elif code == 114:
        scientific = point <= -4 or point > 16
    exponent = point - 1
    if scientific:
        point = 1
    decimals = shown - point if shown > point else 0
    if flags & 4 != 0 and not scientific and decimals == 0:
        decimals = 1
    size = (1 if negative else 0) + (point if point > 0 else 1) + decimals
    if decimals > 0 or flags & 2 != 0:
        size += 1
    if scientific:
        size += 5 if exponent >= 100 or exponent <= -100 else 4
    if kind == 37:
        size += 1
    s = ll_new_str(size, size)
    at = 0
    if negative:
        s[0] = 45
        at = 1
    at = ll_put_part(s, at, digits, n, point - (point if point > 0 else 1), point)
    if decimals > 0 or flags & 2 != 0:
        s[at] = 46
        at = ll_put_part(s, at + 1, digits, n, point, point + decimals)
    if scientific:
        ll_put_exponent(s, at, exponent, kind & 32 | 69)
    if kind == 37:
        s[at] = 37
    return s


def ll_not_finite_text(is_nan, negative, kind):
    """inf, -inf or nan, in capitals for a kind that is one."""
    upper = kind == 69 or kind == 70 or kind == 71
    if kind == 37:
        return "nan%" if is_nan else "-inf%" if negative else "inf%"
    if is_nan:
        return "NAN" if upper else "nan"
    if negative:
        return "-INF" if upper else "-inf"
    return "INF" if upper else "inf"


def ll_put_part(s, at, digits, n, start, stop):
    """Writes the digits from start to stop, zeros where there are none; gives where it ends."""
    for i in range(start, stop):
        s[at] = digits[i] if i >= 0 and i < n else 48
        at += 1
    return at


def ll_put_exponent(s, at, exponent, letter):
    """Writes the letter, a sign and two or three digits."""
    s[at] = letter
    s[at + 1] = 45 if exponent < 0 else 43
    if exponent < 0:
        exponent = -exponent
    at += 2
    if exponent >= 100:
        hundreds = ll.int_div(exponent, 100)
        s[at] = 48 + hundreds
        exponent -= hundreds * 100
        at += 1
    tens = ll.int_div(exponent, 10)
    s[at] = 48 + tens
    s[at + 1] = 48 + exponent - tens * 10


# Digits, without zeros at the end, and where the point is. Zero is the digit 0 before
# the point, and no digits where it was rounded to, as in David Gay's dtoa.


def ll_shortest_digits(x, digits):
    """The fewest digits that read back as x."""
    d, k = ll_shortest_decimal(x)
    n = ll_put_leading(digits, d)
    return n, n + k


def ll_fixed_digits(x, digits, precision):
    """x rounded to so many decimals."""
    if x == 0.0:
        digits[0] = 48
        return 1, 1
    m, q = ll_unpack(ll.float_bits(x))
    if precision <= 350:
        w = ll_scaled(m, q, precision)
        if w == 0:
            return 0, -precision
        if w > 0:
            n = ll_put_leading(digits, w)
            return ll_without_zeros(digits, n), n - precision
    n, point, more = ll_exact_digits(m, q, digits, -precision, 1025)
    return ll_cut_digits(digits, n, point, point + precision, more)


def ll_significant_digits(x, digits, count):
    """x rounded to so many digits, at least one."""
    if x == 0.0:
        digits[0] = 48
        return 1, 1
    m, q = ll_unpack(ll.float_bits(x))
    if count <= 17:
        # x < 10**point; it may be less than a tenth of that.
        point = ((q + 64 - ll.int_clz(m)) * 315653 >> 20) + 1
        w = ll_scaled(m, q, count - point)
        if w <= ll_ten_power(count - 1) and w >= 0:
            longer = ll_scaled(m, q, count - point + 1)
            if longer < ll_ten_power(count):
                w = longer
                point -= 1
        if w >= 0:
            n = ll_put_leading(digits, w)
            return ll_without_zeros(digits, n), point + n - count
    n, point, more = ll_exact_digits(m, q, digits, -1100, count)
    return ll_cut_digits(digits, n, point, count, more)


def ll_put_leading(digits, w):
    """Writes the digits of w to the beginning; gives their number."""
    first = ll_put_digits(digits, 24, w)
    ll.copy_items(digits, first, digits, 0, 24 - first)
    return 24 - first


def ll_without_zeros(digits, n):
    while n > 0 and digits[n - 1] == 48:
        n -= 1
    return n


def ll_ten_power(n):
    """10**n, n < 19."""
    p = 1
    for i in range(0, n):
        p *= 10
    return p


def ll_cut_digits(digits, n, point, keep, more):
    """The digits rounded to so many, halves to even; with `more`, what follows them all
    is not 0."""
    if keep >= n:
        return ll_without_zeros(digits, n), point
    if keep < 0:
        return 0, point - keep
    up = digits[keep] > 53
    if digits[keep] == 53:
        up = more or ll_without_zeros(digits, n) > keep + 1
        if not up and keep > 0:
            up = digits[keep - 1] & 1 != 0
    if not up:
        n = ll_without_zeros(digits, keep)
        return n, point if n > 0 else point - keep
    while keep > 0 and digits[keep - 1] == 57:
        keep -= 1
    if keep == 0:
        digits[0] = 49
        return 1, point + 1
    digits[keep - 1] += 1
    return keep, point


# Exact digits.


def ll_exact_digits(m, q, digits, least, count):
    """The digits of m * 2**q, m > 0: all of them, or more than `count`, or down to the
    place below 10**least; where the point is; and are there others?"""
    if q >= 0:
        n = ll_whole_digits(m, q, digits)
        return n, n, False
    n = 0
    whole = ll.uint_shr(m, -q) if q > -64 else 0
    if whole != 0:
        n = ll_put_leading(digits, whole)
        m -= whole << -q
    point = n
    limbs = ll.zeros(ll.IntArray, 34)
    size = (31 - q) >> 5
    ll_put_limbs(limbs, size, m, (size << 5) + q)
    low = 0
    while True:
        while low < size and limbs[low] == 0:
            low += 1
        if low == size:
            return n, point, False
        if n > count or point - n < least:
            return n, point, True
        # The next nine digits are what leaves the fraction at the top.
        chunk = 0
        for i in range(low, size):
            chunk += limbs[i] * 1000000000
            limbs[i] = chunk & 4294967295
            chunk >>= 32
        if n > 0:
            ll_put_nine(digits, n, chunk)
            n += 9
        elif chunk == 0:
            point -= 9
        else:
            n = ll_put_leading(digits, chunk)
            point -= 9 - n


def ll_put_limbs(limbs, size, m, shift):
    """The array of so many 32-bit limbs, the lowest first, becomes m << shift, which has
    room in it."""
    for i in range(0, size):
        limbs[i] = 0
    i = shift >> 5
    shift &= 31
    while m != 0:
        limbs[i] = ll.int_shl(m, shift) & 4294967295
        m = m >> (32 - shift)
        shift = 0
        i += 1


def ll_put_nine(digits, i, chunk):
    """Writes nine digits there."""
    j = i + 9
    while j > i:
        j -= 1
        tenth = ll.uint_div(chunk, 10)
        digits[j] = 48 + chunk - tenth * 10
        chunk = tenth


def ll_whole_digits(m, q, digits):
    """Writes the digits of the whole number m << q, q >= 0; gives their number."""
    limbs = ll.zeros(ll.IntArray, 34)
    size = (q + 84) >> 5
    ll_put_limbs(limbs, size, m, q)
    first = 324
    while True:
        while size > 0 and limbs[size - 1] == 0:
            size -= 1
        if size == 0:
            break
        rest = 0
        i = size
        while i > 0:
            i -= 1
            rest = rest << 32 | limbs[i]
            quotient = ll.uint_div(rest, 1000000000)
            limbs[i] = quotient
            rest -= quotient * 1000000000
        first -= 9
        ll_put_nine(digits, first, rest)
    while digits[first] == 48:
        first += 1
    ll.copy_items(digits, first, digits, 0, 324 - first)
    return 324 - first
