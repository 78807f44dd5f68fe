"""Numbers of 1, 2, 4 and 8 bytes within bytes: those of a bytes object, from `at` on. Where
`big`, the most significant byte comes first."""

from rlib import lowlevel as ll


def ll_load1(p, at):
    return p[at]


def ll_load2(p, at, big):
    if big:
        return p[at] << 8 | p[at + 1]
    return p[at + 1] << 8 | p[at]


def ll_load4(p, at, big):
    if big:
        return p[at] << 24 | p[at + 1] << 16 | p[at + 2] << 8 | p[at + 3]
    return p[at + 3] << 24 | p[at + 2] << 16 | p[at + 1] << 8 | p[at]


def ll_load8(p, at, big):
    if big:
        return ll.int_shl(ll_load4(p, at, True), 32) | ll_load4(p, at + 4, True)
    return ll.int_shl(ll_load4(p, at + 4, False), 32) | ll_load4(p, at, False)


def ll_signed(n, bits):
    """The number whose low bits these are."""
    return ll.int_shl(n, 64 - bits) >> 64 - bits


def ll_store(p, at, size, n, big):
    """The low bytes of n, in bytes that were just made."""
    for i in range(0, size):
        p[at + (size - 1 - i if big else i)] = n & 255
        n >>= 8


def ll_place(p, at, source, start, n):
    """n bytes of the source, in bytes that were just made."""
    ll.copy_items(source, start, p, at, n)


def ll_load_float(p, at, big):
    return ll.float_from_bits(ll_load8(p, at, big))


def ll_float_word(x):
    return ll.float_bits(x)


def ll_widen(n, exponent_bits, fraction_bits):
    """The float that the bits of a shorter one stand for."""
    fraction = n & ll.int_shl(1, fraction_bits) - 1
    top = ll.int_shl(1, exponent_bits) - 1
    exponent = n >> fraction_bits & top
    bias = top >> 1
    sign = ll.int_shl(n >> exponent_bits + fraction_bits, 63)
    shifted = ll.int_shl(fraction, 52 - fraction_bits)
    if exponent == top:
        return ll.float_from_bits(sign | 9218868437227405312 | shifted)
    if exponent == 0:
        unit = ll.float_from_bits(ll.int_shl(1024 - bias - fraction_bits, 52))
        return ll.float_copysign(ll.int_to_float(fraction) * unit, ll.float_from_bits(sign))
    return ll.float_from_bits(sign | ll.int_shl(exponent - bias + 1023, 52) | shifted)


def ll_narrow(x, exponent_bits, fraction_bits):
    """The bits of the nearest shorter float, halves to even, and whether it is finite where x
    is."""
    bits = ll.float_bits(x)
    sign = ll.int_shl(ll.uint_shr(bits, 63), exponent_bits + fraction_bits)
    size = bits & 9223372036854775807
    top = ll.int_shl(1, exponent_bits) - 1
    bias = top >> 1
    lost = 52 - fraction_bits
    infinity = ll.int_shl(top, fraction_bits)
    if size >= 9218868437227405312:
        if size > 9218868437227405312:
            # The quiet bit is set, should the others be lost.
            return sign | infinity | ll.int_shl(1, fraction_bits - 1) | (size & 4503599627370495) >> lost, True
        return sign | infinity, True
    if size < ll.int_shl(1024 - bias, 52):
        # Below the least normal one: a multiple of the least of all.
        unit = ll.float_from_bits(ll.int_shl(1022 + bias + fraction_bits, 52))
        return sign | ll.float_to_int(ll.float_nearest(ll.float_from_bits(size) * unit)), True
    half = ll.int_shl(1, lost - 1)
    rounded = size + half - 1 + (size >> lost & 1) >> lost
    rounded -= ll.int_shl(1023 - bias, fraction_bits)
    if rounded >= infinity:
        return sign | infinity, False
    return sign | rounded, True
