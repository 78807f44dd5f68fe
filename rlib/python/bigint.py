"""The methods of int, where it is a big one."""

from rlib.bigint import ll_big_bit_length
from rlib.bigint_bits import ll_big_bit_count
from rlib.bigint_format import ll_big_format
from rlib.bigint_text import ll_big_to_bytes
from rlib.int_bytes import ll_is_big_endian


def bit_length(self):
    return ll_big_bit_length(self)


def bit_count(self):
    return ll_big_bit_count(self)


def to_bytes(self, length=1, byteorder="big", *, signed=False):
    return ll_big_to_bytes(self, length, ll_is_big_endian(byteorder), True if signed else False)


def conjugate(self):
    return self


def as_integer_ratio(self):
    return self, 1


def __format__(self, spec, /):
    return ll_big_format(self, spec)
