"""Big ints as text, and as bytes.

Between decimal and binary, both halves of a long number are converted for themselves,
with powers of ten (10**144)**(2**k) that are made once for a conversion (Knuth, The Art
of Computer Programming, 4.4): as fast as the products and quotients are. Where the base
is a power of two, bits are only regrouped.
"""

from rlib import lowlevel as ll
from rlib.bigint import (
    ll_big_add,
    ll_big_bit_length,
    ll_big_divide,
    ll_big_from_int,
    ll_big_mul,
    ll_big_normal,
    ll_big_pow_int,
    ll_big_to_int,
    ll_big_twos,
    ll_new_big,
)
from rlib.bigint_div import ll_digits_divide_by_digit
from rlib.bigint_mul import ll_digits_row
from rlib.int import ll_digit, ll_int_numeral, ll_int_parse_error, ll_int_str, ll_prefix_base, ll_put_digits
from rlib.string import ll_ascii_numeral, ll_concat, ll_new_str

max_str_digits = 4300


# CPython's limit on the length of a decimal conversion.


def ll_get_int_max_str_digits():
    """sys.get_int_max_str_digits()."""
    return max_str_digits


def ll_set_int_max_str_digits(n):
    """sys.set_int_max_str_digits(n)."""
    global max_str_digits
    if n > 2147483647 or n < -2147483648:
        raise OverflowError("Python int too large to convert to C int")
    if n != 0 and n < 640:
        raise ValueError("maxdigits must be 0 or larger than 640")
    max_str_digits = n


def ll_digits_exceed_limit(n):
    return n > max_str_digits and max_str_digits > 0


def ll_limit_error(what):
    """CPython's message; `what` says how long the text was, if there was one."""
    text = ll_concat("Exceeds the limit (", ll_int_str(max_str_digits))
    text = ll_concat(ll_concat(text, " digits) for integer string conversion"), what)
    raise ValueError(ll_concat(text, "; use sys.set_int_max_str_digits() to increase the limit"))


# To text.


def ll_big_str(b):
    """str(b)."""
    i, fits = ll_big_to_int(b)
    if fits:
        return ll_int_str(i)
    # log10(2) is a little more than 80807124 / 2**28.
    bits = ll_big_bit_length(b)
    if ll_digits_exceed_limit(((bits - 1) * 80807124 >> 28) + 1):
        ll_limit_error("")
    width = (bits * 80807125 >> 28) + 1
    k = 0
    span = 144
    while span < width:
        span *= 2
        k += 1
    if k == 0:
        span = ll.int_div(width + 8, 9) * 9
    powers = ll_repeated_squares(ll_big_pow_int(ll_big_from_int(10), 144), k)
    # One place more: see ll_put_decimal.
    text = ll.new_tail(ll.Buffer, span + 1)
    ll_put_decimal(text, 1, span, b, k, powers)
    first = 1
    while text[first] == 48:
        first += 1
    n = span + 1 - first
    if ll_digits_exceed_limit(n):
        ll_limit_error("")
    if b.negative:
        first -= 1
        text[first] = 45
        n += 1
    s = ll_new_str(n, n)
    ll.copy_items(text, first, s, 0, n)
    return s


def ll_repeated_squares(p, n):
    """The array of p ** (2 ** k), for k from 0 to n - 1."""
    powers = ll.new_tail(ll.ObjectArray, n)
    for k in range(0, n):
        powers[k] = ll.cast(ll.Object, p)
        if k < n - 1:
            p = ll_big_mul(p, p)
    return powers


def ll_put_decimal(text, start, width, b, k, powers):
    """Writes |b| there, with zeros in front: so many digits, 144 * 2**k of them unless k
    is 0. What is before them is overwritten: the lower half comes first."""
    if k > 0:
        q, r = ll_big_divide(b, ll.cast(ll.BigInt, powers[k - 1]))
        half = width >> 1
        ll_put_decimal(text, start + half, half, r, k - 1, powers)
        ll_put_decimal(text, start, half, q, k - 1, powers)
        return
    n = len(b)
    u = ll_new_big(n, False)
    ll.copy_items(b, 0, u, 0, n)
    at = start + width
    while at > start:
        # The leading 1 makes it nine digits after that.
        ll_put_digits(text, at, ll_digits_divide_by_digit(u, u, n, 1000000000) + 1000000000)
        at -= 9
        if n > 0 and u[n - 1] == 0:
            n -= 1


def ll_big_hex(b):
    """hex(b)."""
    return ll_big_radix(b, 4, 120)


def ll_big_oct(b):
    """oct(b)."""
    return ll_big_radix(b, 3, 111)


def ll_big_bin(b):
    """bin(b)."""
    return ll_big_radix(b, 1, 98)


def ll_big_radix(b, bits, letter):
    """The digits of so many bits each, after a sign, 0 and the letter."""
    n = len(b)
    length = ll_big_bit_length(b)
    size = ll.int_div(length + bits - 1, bits) if n > 0 else 1
    size += 3 if b.negative else 2
    s = ll_new_str(size, size)
    at = size
    place = 0
    while place < length or place == 0:
        i = place >> 5
        digit = b[i] if n > 0 else 0
        if i + 1 < n:
            digit |= ll.int_shl(b[i + 1], 32)
        at -= 1
        s[at] = "0123456789abcdef"[digit >> (place & 31) & (1 << bits) - 1]
        place += bits
    s[at - 1] = letter
    s[at - 2] = 48
    if b.negative:
        s[0] = 45
    return s


# From text.


def ll_big_from_str(s, base):
    """int(s, base)."""
    b, valid = ll_big_parse(s, base)
    if not valid:
        ll_int_parse_error(s, base)
    return b


def ll_big_parse(s, base):
    """int(s, base), and whether it is one: a digit or more, single underscores between
    them. Zero where it is none."""
    t = ll_ascii_numeral(s)
    i, end, radix, negative = ll_int_numeral(t, base)
    # An underscore may follow the prefix.
    if i < end and t[i] == 95 and i >= 2 and ll_prefix_base(t[i - 1]) != 0:
        i += 1
    values = ll.new_tail(ll.Buffer, end - i)
    n = 0
    expected = True
    while i < end:
        digit = ll_digit(t[i])
        if digit < radix:
            values[n] = digit
            n += 1
            expected = False
        elif digit == 99 and not expected:
            expected = True
        else:
            break
        i += 1
    valid = not expected
    b = ll_new_big(0, False)
    if valid and radix & radix - 1 == 0:
        b = ll_big_from_bit_groups(values, n, ll.int_ctz(radix))
    elif valid:
        if ll_digits_exceed_limit(n):
            ll_limit_error(ll_concat(ll_concat(": value has ", ll_int_str(n)), " digits"))
        b = ll_big_from_values(values, n, radix)
    if not valid or i < end or base == 0 and radix == 10 and values[0] == 0 and len(b) != 0:
        return ll_new_big(0, False), False
    b.negative = negative and len(b) != 0
    return b, True


def ll_big_from_bit_groups(values, n, bits):
    """The number of those digits, the highest first, of so many bits each."""
    r = ll_new_big((n * bits + 31) >> 5, False)
    at = 0
    pending = 0
    place = 0
    i = n
    while i > 0:
        i -= 1
        pending |= values[i] << place
        place += bits
        if place >= 32:
            r[at] = pending
            at += 1
            pending >>= 32
            place -= 32
    if pending != 0:
        r[at] = pending
    return ll_big_normal(r)


def ll_big_from_values(values, n, radix):
    """The number of those digits, the highest first."""
    # As many as fit in 32 bits are taken at once.
    step = 1
    power = radix
    while power * radix <= 4294967295:
        power *= radix
        step += 1
    span = 32 * step
    k = 0
    while span < n:
        span *= 2
        k += 1
    powers = ll_repeated_squares(ll_big_pow_int(ll_big_from_int(power), 32), k)
    return ll_big_from_range(values, 0, n, radix, step, k, powers)


def ll_big_from_range(values, start, end, radix, step, k, powers):
    """The number of the digits from start to end, at most 32 * step * 2**k of them."""
    if k > 0:
        middle = end - (16 * step << k)
        if middle <= start:
            return ll_big_from_range(values, start, end, radix, step, k - 1, powers)
        high = ll_big_from_range(values, start, middle, radix, step, k - 1, powers)
        low = ll_big_from_range(values, middle, end, radix, step, k - 1, powers)
        return ll_big_add(ll_big_mul(high, ll.cast(ll.BigInt, powers[k - 1])), low)
    r = ll_new_big(ll.int_div(end - start, step) + 2, False)
    n = 0
    while start < end:
        factor = 1
        addend = 0
        count = 0
        while count < step and start < end:
            factor *= radix
            addend = addend * radix + values[start]
            start += 1
            count += 1
        ll_digits_row(r, 0, r, 0, n, factor, addend)
        if r[n] != 0:
            n += 1
    return ll_big_normal(r)


# Bytes.


def ll_big_to_bytes(b, n, big_endian, signed):
    """b.to_bytes(n, "big" or "little", signed=signed)."""
    if n < 0:
        raise ValueError("length argument must be non-negative")
    if b.negative and not signed:
        raise OverflowError("can't convert negative int to unsigned")
    bits = ll_big_bit_length(b)
    if signed and bits > 0 and not (b.negative and ll_big_twos(b) == bits - 1):
        bits += 1
    # CPython gives -1 in no bytes.
    if n == 0 and b.negative and bits == 1:
        bits = 0
    if (bits + 7) >> 3 > n:
        raise OverflowError("int too big to convert")
    if n > 2147483647:
        raise MemoryError()
    r = ll.new_tail(ll.Bytes, n)
    flip = 255 if b.negative else 0
    carry = flip & 1
    for i in range(0, n):
        digit = b[i >> 2] if i >> 2 < len(b) else 0
        x = (digit >> 8 * (i & 3) & 255 ^ flip) + carry
        carry = x >> 8
        r[n - 1 - i if big_endian else i] = x & 255
    return r


def ll_big_from_bytes(p, n, big_endian, signed):
    """int.from_bytes(...) of the first n items of a tail of bytes."""
    r = ll_new_big((n + 3) >> 2, False)
    if n == 0:
        return r
    negative = signed and p[0 if big_endian else n - 1] >= 128
    flip = 255 if negative else 0
    carry = flip & 1
    for i in range(0, n):
        x = (p[n - 1 - i if big_endian else i] ^ flip) + carry
        carry = x >> 8
        r[i >> 2] = r[i >> 2] | (x & 255) << 8 * (i & 3)
    r.negative = negative
    return ll_big_normal(r)
