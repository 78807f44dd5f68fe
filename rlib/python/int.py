"""The methods of int and bool, where they are machine ints."""

from rlib.format import ll_format_int
from rlib.int_bytes import (
    ll_int_bit_count,
    ll_int_bit_length,
    ll_int_from_bytes,
    ll_int_to_bytes,
    ll_is_big_endian,
)
from rlib.percent import ll_percent_int


def bit_length(self):
    return ll_int_bit_length(self + 0)


def bit_count(self):
    return ll_int_bit_count(self + 0)


def to_bytes(self, length=1, byteorder="big", *, signed=False):
    return ll_int_to_bytes(self + 0, length, ll_is_big_endian(byteorder), True if signed else False)


def from_bytes(bytes, byteorder="big", *, signed=False):
    value, fits = ll_int_from_bytes(bytes, len(bytes), ll_is_big_endian(byteorder), True if signed else False)
    if not fits:
        raise OverflowError("int.from_bytes() leaves 64 bits")
    return value


def _count(self):
    return self + 0


def _size(self):
    return self + 0


def _small(self):
    n = self + 0
    if n < -2147483648 or n > 2147483647:
        raise OverflowError("signed integer is greater than maximum" if n > 0 else "signed integer is less than minimum")
    return n


def _bound(self):
    return self + 0


def _percent(self, conversion, flags, width, precision):
    """The text in a directive of d, i, u, o, x or X."""
    return ll_percent_int(self + 0, conversion, flags, width, precision)


def conjugate(self):
    return self + 0


def as_integer_ratio(self):
    return self + 0, 1


def __format__(self, spec, /):
    return ll_format_int(self + 0, spec)
