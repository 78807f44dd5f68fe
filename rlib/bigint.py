"""int beyond 64 bits: a sign, and digits of 32 bits, least significant first, the last
of which is not 0. Zero has no digits and is not negative. Values do not change; only
a function that makes one writes to it.

Here: conversion from and to machine ints, order, the sign's arithmetic around the
digits' (`bigint_mul`, `bigint_div`), powers. Bits are in `bigint_bits`, text in
`bigint_text`, floats in `bigint_float`, roots, divisors and residues in `bigint_number`.
"""

from rlib import lowlevel as ll
from rlib.bigint_div import ll_digits_divide, ll_digits_divide_by_digit, ll_digits_division_scratch
from rlib.bigint_mul import ll_digits_product, ll_digits_row, ll_digits_scratch


# Making one.


def ll_new_big(n, negative):
    """A new big int with so many digits, all 0."""
    if ll.uint_lt(536870911, n):
        raise MemoryError()
    r = ll.new_tail(ll.BigInt, n)
    r.negative = negative
    return r


def ll_big_normal(r):
    """The number without leading zeros, of an object that was just made."""
    n = len(r)
    if n > 0 and r[n - 1] != 0:
        return r
    while n > 0 and r[n - 1] == 0:
        n -= 1
    return ll_big_lower(r, n, r.negative and n > 0)


def ll_big_lower(a, n, negative):
    """The number of the lowest n digits, the last of which is not 0."""
    r = ll_new_big(n, negative)
    ll.copy_items(a, 0, r, 0, n)
    return r


def ll_big_from_int(i):
    """The big int equal to a machine int."""
    if i < 0:
        return ll_big_from_uint(ll.int_sub(0, i), True)
    return ll_big_from_uint(i, False)


def ll_big_from_uint(u, negative):
    """The big int with that unsigned magnitude."""
    high = ll.uint_shr(u, 32)
    if high != 0:
        r = ll_new_big(2, negative)
        r[0] = u
        r[1] = high
        return r
    if u == 0:
        return ll_new_big(0, False)
    r = ll_new_big(1, negative)
    r[0] = u
    return r


def ll_big_to_int(b):
    """The machine int equal to it, and whether there is one."""
    n = len(b)
    if n > 2:
        return 0, False
    u = ll_big_low_word(b)
    if b.negative:
        return ll.int_sub(0, u), ll.uint_le(ll.int_sub(u, 1), 9223372036854775807)
    return u, u >= 0


def ll_big_low_word(b):
    """The lowest 64 bits of the magnitude."""
    n = len(b)
    if n == 0:
        return 0
    return b[0] if n == 1 else ll.int_shl(b[1], 32) | b[0]


def ll_big_truth(b):
    """bool(b)."""
    return len(b) != 0


# Order.


def ll_big_eq(a, b):
    """a == b."""
    return ll_big_cmp(a, b) == 0


def ll_big_cmp(a, b):
    """-1, 0 or 1 as a is less than, equal to or greater than b."""
    if a.negative:
        return ll_big_cmp_magnitude(b, a) if b.negative else -1
    return 1 if b.negative else ll_big_cmp_magnitude(a, b)


def ll_big_cmp_magnitude(a, b):
    """The order of |a| and |b|."""
    i = len(a)
    if i != len(b):
        return -1 if i < len(b) else 1
    while i > 0:
        i -= 1
        if a[i] != b[i]:
            return -1 if a[i] < b[i] else 1
    return 0


def ll_big_cmp_int(b, i):
    """As `ll_big_cmp`, with a machine int."""
    x, fits = ll_big_to_int(b)
    if not fits:
        return -1 if b.negative else 1
    if x == i:
        return 0
    return -1 if x < i else 1


def ll_big_eq_int(b, i):
    """b == i."""
    x, fits = ll_big_to_int(b)
    return fits and x == i


def ll_big_sign(b):
    """-1, 0 or 1."""
    if len(b) == 0:
        return 0
    return -1 if b.negative else 1


def ll_big_is_odd(b):
    """b % 2 == 1."""
    return len(b) > 0 and b[0] & 1 != 0


def ll_big_hash(b):
    """hash(b): the value modulo 2**61 - 1, with its sign; never -1."""
    x = 0
    i = len(b)
    while i > 0:
        i -= 1
        # x * 2**32 rotates the 61 bits.
        x = ((x & 536870911) << 32 | x >> 29) + b[i]
        if x >= 2305843009213693951:
            x -= 2305843009213693951
    if b.negative:
        return -2 if x == 1 else -x
    return x


# Addition.


def ll_big_neg(b):
    """-b."""
    n = len(b)
    return b if n == 0 else ll_big_lower(b, n, not b.negative)


def ll_big_abs(b):
    """abs(b)."""
    return ll_big_lower(b, len(b), False) if b.negative else b


def ll_big_invert(b):
    """~b."""
    return ll_big_sub(ll_big_from_int(-1), b)


def ll_big_add(a, b):
    """a + b."""
    if a.negative:
        return ll_big_sum(a, b, True) if b.negative else ll_big_difference(b, a)
    return ll_big_difference(a, b) if b.negative else ll_big_sum(a, b, False)


def ll_big_sub(a, b):
    """a - b."""
    if a.negative:
        return ll_big_difference(b, a) if b.negative else ll_big_sum(a, b, True)
    return ll_big_sum(a, b, False) if b.negative else ll_big_difference(a, b)


def ll_big_add_int(b, i):
    """b + i."""
    return ll_big_add(b, ll_big_from_int(i))


def ll_big_sub_int(b, i):
    """b - i."""
    return ll_big_sub(b, ll_big_from_int(i))


def ll_int_sub_big(i, b):
    """i - b."""
    return ll_big_sub(ll_big_from_int(i), b)


def ll_big_sum(a, b, negative):
    """|a| + |b|, with that sign."""
    if len(a) < len(b):
        a, b = b, a
    n = len(a)
    if n == 0:
        return a
    common = len(b)
    r = ll_new_big(n, negative)
    carry = 0
    for i in range(0, common):
        x = a[i] + b[i] + carry
        r[i] = x
        carry = x >> 32
    for i in range(common, n):
        x = a[i] + carry
        r[i] = x
        carry = x >> 32
    if carry == 0:
        return r
    longer = ll_new_big(n + 1, negative)
    ll.copy_items(r, 0, longer, 0, n)
    longer[n] = carry
    return longer


def ll_big_difference(a, b):
    """|a| - |b|."""
    n = len(a)
    if n == len(b):
        # Equal leading digits vanish.
        while n > 0 and a[n - 1] == b[n - 1]:
            n -= 1
        if n == 0:
            return ll_new_big(0, False)
        if a[n - 1] < b[n - 1]:
            return ll_big_subtract(b, n, a, n, True)
        return ll_big_subtract(a, n, b, n, False)
    if n < len(b):
        return ll_big_subtract(b, len(b), a, n, True)
    return ll_big_subtract(a, n, b, len(b), False)


def ll_big_subtract(a, n, b, common, negative):
    """The lowest n digits of a less those of b, which are fewer or a smaller number,
    with that sign."""
    r = ll_new_big(n, negative)
    carry = 0
    for i in range(0, common):
        x = a[i] - b[i] + carry
        r[i] = x
        carry = x >> 32
    for i in range(common, n):
        x = a[i] + carry
        r[i] = x
        carry = x >> 32
    return ll_big_normal(r)


# Multiplication.


def ll_differ(a, b):
    """Is one of the bools true?"""
    return not b if a else b


def ll_big_mul(a, b):
    """a * b."""
    if len(a) < len(b):
        a, b = b, a
    n = len(a)
    shorter = len(b)
    if shorter == 0:
        return b
    r = ll_new_big(n + shorter, ll_differ(a.negative, b.negative))
    if shorter == 1:
        ll_digits_row(r, 0, a, 0, n, b[0], 0)
    else:
        t = ll_new_big(ll_digits_scratch(shorter), False)
        ll_digits_product(r, 0, a, 0, n, b, 0, shorter, t, 0)
    return ll_big_normal(r)


def ll_big_mul_int(b, i):
    """b * i."""
    n = len(b)
    u = ll.int_sub(0, i) if i < 0 else i
    if ll.uint_lt(4294967295, u):
        return ll_big_mul(b, ll_big_from_int(i))
    if n == 0 or i == 0:
        return ll_new_big(0, False)
    r = ll_new_big(n + 1, ll_differ(b.negative, i < 0))
    ll_digits_row(r, 0, b, 0, n, u, 0)
    return ll_big_normal(r)


# Division.


def ll_big_divide(a, b):
    """The quotient toward zero, and the remainder with the sign of a; b is not 0."""
    n = len(b)
    m = len(a) - n
    negative = ll_differ(a.negative, b.negative)
    if m < 0 or m == 0 and a[n - 1] < b[n - 1]:
        return ll_new_big(0, False), a
    if len(a) <= 2:
        x = ll_big_low_word(a)
        y = ll_big_low_word(b)
        quotient = ll.uint_div(x, y)
        rest = ll.int_sub(x, ll.int_mul(quotient, y))
        return ll_big_from_uint(quotient, negative), ll_big_from_uint(rest, a.negative)
    if n == 1:
        q = ll_new_big(m + 1, negative)
        rest = ll_digits_divide_by_digit(q, a, m + 1, b[0])
        return ll_big_normal(q), ll_big_from_uint(rest, a.negative)
    # The divisor's highest bit must be set; the dividend gets a digit more.
    shift = ll.int_clz(b[n - 1]) - 32
    v = b
    if shift > 0:
        v = ll_new_big(n, False)
        ll_digits_shift_left(v, b, n, shift)
    u = ll_new_big(m + n + 1, a.negative)
    u[m + n] = ll_digits_shift_left(u, a, m + n, shift)
    q = ll_new_big(m + 1, negative)
    t = ll_new_big(ll_digits_division_scratch(n), False)
    ll_digits_divide(q, 0, u, 0, m + 1, v, 0, n, t, 0)
    ll_digits_shift_right(u, u, n, shift)
    while n > 0 and u[n - 1] == 0:
        n -= 1
    return ll_big_normal(q), ll_big_lower(u, n, a.negative and n > 0)


def ll_digits_shift_left(r, a, n, shift):
    """r = a << shift, less than 32, from the start of both tails; gives the digit that
    leaves them."""
    carry = 0
    for i in range(0, n):
        x = a[i] << shift | carry
        r[i] = x
        carry = x >> 32
    return carry


def ll_digits_shift_right(r, a, n, shift):
    """r = a >> shift, less than 32, from the start of both tails. It may be done in
    place."""
    if n > 0:
        digit = a[0]
        for i in range(1, n):
            following = a[i]
            r[i - 1] = (ll.int_shl(following, 32) | digit) >> shift
            digit = following
        r[n - 1] = digit >> shift


def ll_big_floordiv(a, b):
    """a // b: the quotient rounds down."""
    if len(b) == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    q, r = ll_big_divide(a, b)
    if len(r) != 0 and ll_differ(a.negative, b.negative):
        return ll_big_add_int(q, -1)
    return q


def ll_big_mod(a, b):
    """a % b: with the sign of b."""
    if len(b) == 0:
        raise ZeroDivisionError("integer modulo by zero")
    q, r = ll_big_divide(a, b)
    if len(r) != 0 and ll_differ(a.negative, b.negative):
        return ll_big_add(r, b)
    return r


def ll_big_divmod(a, b):
    """divmod(a, b)."""
    if len(b) == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    q, r = ll_big_divide(a, b)
    if len(r) != 0 and ll_differ(a.negative, b.negative):
        return ll_big_add_int(q, -1), ll_big_add(r, b)
    return q, r


def ll_big_floordiv_int(b, i):
    """b // i."""
    return ll_big_floordiv(b, ll_big_from_int(i))


def ll_big_mod_int(b, i):
    """b % i, a machine int."""
    if ll.uint_le(ll.int_sub(i, 1), 4294967294):
        r = 0
        k = len(b)
        while k > 0:
            k -= 1
            r = ll.uint_rem(ll.int_shl(r, 32) | b[k], i)
        return i - r if b.negative and r != 0 else r
    r, fits = ll_big_to_int(ll_big_mod(b, ll_big_from_int(i)))
    return r


# Powers.


def ll_big_pow(a, b):
    """a ** b."""
    n, fits = ll_big_to_int(b)
    if b.negative:
        n = -1
    elif not fits:
        # Only the powers of -1, 0 and 1 have room.
        n = 9223372036854775806 + (b[0] & 1)
    return ll_big_pow_int(a, n)


def ll_big_pow_int(a, n):
    """a ** n, by squaring from the exponent's highest bit on; the factors 2 apart."""
    if n < 0:
        if len(a) == 0:
            raise ZeroDivisionError("0.0 cannot be raised to a negative power")
        raise OverflowError("int ** negative int gives a float: write float(x) ** y")
    if n == 0:
        return ll_big_from_int(1)
    if n == 1 or len(a) == 0:
        return a
    negative = a.negative and n & 1 != 0
    twos = ll_big_twos(a)
    length = ll_big_bit_length(a) - 1
    size, left = ll.int_mul_flag(length, n)
    if left or size > 17179869184:
        raise MemoryError()
    if twos == length:
        return ll_big_power_of_two(size, negative)
    if twos > 0:
        a = ll_big_rshift_magnitude(a, twos, False)
    r = a
    bit = 62 - ll.int_clz(n)
    while bit >= 0:
        r = ll_big_mul(r, r)
        if n >> bit & 1 != 0:
            r = ll_big_mul(r, a)
        bit -= 1
    if twos > 0:
        return ll_big_lshift_magnitude(r, twos * n, negative)
    r.negative = negative
    return r


def ll_big_bit_length(b):
    """b.bit_length()."""
    n = len(b)
    return 32 * n + 32 - ll.int_clz(b[n - 1]) if n > 0 else 0


def ll_big_twos(b):
    """How often 2 divides b, which is not 0."""
    i = 0
    while b[i] == 0:
        i += 1
    return 32 * i + ll.int_ctz(b[i])


def ll_big_power_of_two(n, negative):
    """2 ** n, with that sign."""
    r = ll_new_big((n >> 5) + 1, negative)
    r[n >> 5] = 1 << (n & 31)
    return r


def ll_big_lshift_magnitude(b, n, negative):
    """|b| << n, with that sign, for b other than 0 and n >= 0."""
    if n > 17179869184:
        raise MemoryError()
    words = n >> 5
    bits = n & 31
    r = ll_new_big((ll_big_bit_length(b) + n + 31) >> 5, negative)
    carry = 0
    for i in range(0, len(b)):
        x = b[i] << bits | carry
        r[words + i] = x
        carry = x >> 32
    if carry != 0:
        r[len(r) - 1] = carry
    return r


def ll_big_rshift_magnitude(b, n, negative):
    """|b| >> n, with that sign, for n >= 0."""
    length = ll_big_bit_length(b)
    if n >= length:
        return ll_new_big(0, False)
    words = n >> 5
    bits = n & 31
    r = ll_new_big((length - n + 31) >> 5, negative)
    count = len(b) - words
    for i in range(0, count - 1):
        r[i] = (ll.int_shl(b[words + i + 1], 32) | b[words + i]) >> bits
    digit = b[words + count - 1] >> bits
    if digit != 0:
        r[count - 1] = digit
    return r
