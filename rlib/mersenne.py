"""The one operation of the Mersenne Twister's seeding that wraps."""

from rlib import lowlevel as ll


def ll_mix(before, factor, word):
    """(before ^ before >> 30) * factor ^ word, in 32 bits; with the word 0, the plain product."""
    return word ^ ll.int_mul(before ^ before >> 30, factor) & 4294967295
