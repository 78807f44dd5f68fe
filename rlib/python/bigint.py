"""The methods of int, where it is a big one."""

from rlib.bigint import ll_big_bit_length
from rlib.bigint_bits import ll_big_bit_count
from rlib.bigint_format import ll_big_format, ll_big_percent
from rlib.bigint_index import ll_big_bound, ll_big_count, ll_big_size, ll_big_small
from rlib.bigint_text import ll_big_to_bytes
from rlib.int_bytes import ll_is_big_endian


def bit_length(self):
    return ll_big_bit_length(self)


def bit_count(self):
    return ll_big_bit_count(self)


def to_bytes(self, length=1, byteorder="big", *, signed=False):
    return ll_big_to_bytes(self, length, ll_is_big_endian(byteorder), True if signed else False)


def _count(self):
    """As a machine int."""
    return ll_big_count(self)


def _size(self):
    """As a size that a method is given."""
    return ll_big_size(self)


def _small(self):
    """As an int of C."""
    return ll_big_small(self)


def _bound(self):
    """As a bound of a slice or of a search."""
    return ll_big_bound(self)


def _percent(self, conversion, flags, width, precision):
    """The text in a directive of d, i, u, o, x or X."""
    return ll_big_percent(self, conversion, flags, width, precision)


def conjugate(self):
    return self


def as_integer_ratio(self):
    return self, 1


def __format__(self, spec, /):
    return ll_big_format(self, spec)
