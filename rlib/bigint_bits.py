"""The bits of big ints: shifts, and logic on two's complement, whose sign has no end."""

from rlib import lowlevel as ll
from rlib.bigint import (
    ll_big_add_int,
    ll_big_from_int,
    ll_big_lower,
    ll_big_lshift_magnitude,
    ll_big_normal,
    ll_big_rshift_magnitude,
    ll_big_to_int,
    ll_big_twos,
    ll_new_big,
)


def ll_big_lshift(b, n):
    """b << n."""
    if n < 0:
        raise ValueError("negative shift count")
    if n == 0 or len(b) == 0:
        return b
    return ll_big_lshift_magnitude(b, n, b.negative)


def ll_big_rshift(b, n):
    """b >> n: rounds down."""
    if n < 0:
        raise ValueError("negative shift count")
    if n == 0 or len(b) == 0:
        return b
    r = ll_big_rshift_magnitude(b, n, b.negative)
    if b.negative and ll_big_twos(b) < n:
        return ll_big_add_int(r, -1)
    return r


def ll_big_lshift_big(a, b):
    """a << b."""
    n, fits = ll_big_to_int(b)
    if fits:
        return ll_big_lshift(a, n)
    if b.negative:
        raise ValueError("negative shift count")
    if len(a) == 0:
        return a
    # CPython counts what its 2**61 - 7 digits of 30 bits cannot hold apart.
    if len(b) == 2 or len(b) == 3 and b[2] < 4 and (b[2] << 32 | b[1]) < 16106127360:
        raise MemoryError()
    raise OverflowError("too many digits in integer")


def ll_big_rshift_big(a, b):
    """a >> b."""
    n, fits = ll_big_to_int(b)
    if fits:
        return ll_big_rshift(a, n)
    if b.negative:
        raise ValueError("negative shift count")
    return ll_big_from_int(-1 if a.negative else 0)


def ll_big_bit_count(b):
    """b.bit_count(), of the magnitude."""
    n = 0
    for i in range(0, len(b)):
        n += ll.int_popcnt(b[i])
    return n


def ll_big_and(a, b):
    """a & b."""
    if a.negative or b.negative:
        return ll_big_logic(a, b, 4294967295, 0)
    n = len(a) if len(a) < len(b) else len(b)
    r = ll_new_big(n, False)
    for i in range(0, n):
        r[i] = a[i] & b[i]
    return ll_big_normal(r)


def ll_big_or(a, b):
    """a | b."""
    if a.negative or b.negative:
        return ll_big_logic(a, b, 4294967295, 4294967295)
    if len(a) < len(b):
        a, b = b, a
    r = ll_big_lower(a, len(a), False)
    for i in range(0, len(b)):
        r[i] = a[i] | b[i]
    return r


def ll_big_xor(a, b):
    """a ^ b."""
    if a.negative or b.negative:
        return ll_big_logic(a, b, 0, 4294967295)
    if len(a) < len(b):
        a, b = b, a
    r = ll_big_lower(a, len(a), False)
    for i in range(0, len(b)):
        r[i] = a[i] ^ b[i]
    return ll_big_normal(r)


def ll_big_logic(a, b, both, one):
    """The bits that are 1 in a and b, where `both` has them, and those that are 1 in
    one of them, where `one` has them. A negative number is the complement of its
    magnitude, plus 1."""
    if len(a) < len(b):
        a, b = b, a
    n = len(a)
    shorter = len(b)
    flip_a = 4294967295 if a.negative else 0
    flip_b = 4294967295 if b.negative else 0
    flip = flip_a & flip_b & both | (flip_a ^ flip_b) & one
    # A negative result may be as low as -2**(32 * n).
    r = ll_new_big(n + (flip & 1), flip != 0)
    carry_a = flip_a & 1
    carry_b = flip_b & 1
    carry = flip & 1
    for i in range(0, shorter):
        x = (a[i] ^ flip_a) + carry_a
        carry_a = x >> 32
        y = (b[i] ^ flip_b) + carry_b
        carry_b = y >> 32
        z = ((x & y & both | (x ^ y) & one) & 4294967295 ^ flip) + carry
        carry = z >> 32
        r[i] = z
    # What is left of b is its sign.
    for i in range(shorter, n):
        x = (a[i] ^ flip_a) + carry_a
        carry_a = x >> 32
        z = ((x & flip_b & both | (x ^ flip_b) & one) & 4294967295 ^ flip) + carry
        carry = z >> 32
        r[i] = z
    if carry != 0:
        r[n] = 1
    return ll_big_normal(r)
