"""The methods of float."""

from rlib.float_parts import ll_float_from_hex, ll_float_hex, ll_float_is_integer, ll_float_odd

def is_integer(self):
    return ll_float_is_integer(self)


def as_integer_ratio(self):
    """Big ints: a float may be larger than any machine int, or need a larger denominator."""
    m, q = ll_float_odd(self)
    big_zero = 2**64 - 2**64
    if q >= 0:
        return big_zero + m << q, big_zero + 1
    return big_zero + m, big_zero + 1 << -q


def hex(self):
    return ll_float_hex(self)


def fromhex(string):
    return ll_float_from_hex(string)


def conjugate(self):
    return self


def __format__(self, spec, /):
    return format(self, spec)
