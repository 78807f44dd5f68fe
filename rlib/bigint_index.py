"""Big ints where a machine int is asked for."""

from rlib import lowlevel as ll
from rlib.bigint import ll_big_to_int
from rlib.range import ll_range_contains


def ll_big_index(b):
    """b as a place in a sequence."""
    i, fits = ll_big_to_int(b)
    if not fits:
        raise IndexError("cannot fit 'int' into an index-sized integer")
    return i


def ll_big_count(b):
    """b as a number of things."""
    i, fits = ll_big_to_int(b)
    if not fits:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return i


def ll_big_size(b):
    """b as a size or a place that a method is given."""
    i, fits = ll_big_to_int(b)
    if not fits:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return i


def ll_big_small(b):
    """b as an int of C."""
    i, fits = ll_big_to_int(b)
    if not fits:
        raise OverflowError("Python int too large to convert to C int")
    return i


def ll_big_low(b):
    """The low 64 bits of b, as an int with a sign."""
    n = len(b)
    low = 0
    if n > 0:
        low = b[0]
    if n > 1:
        low |= ll.int_shl(b[1], 32)
    return ll.int_sub(0, low) if b.negative else low


def ll_big_bound(b):
    """b as a bound of a slice: what is beyond every place is as good as the last int."""
    i, fits = ll_big_to_int(b)
    if fits:
        return i
    return -9223372036854775808 if b.negative else 9223372036854775807


def ll_range_contains_big(start, stop, step, b):
    """b in range(start, stop, step)."""
    i, fits = ll_big_to_int(b)
    return fits and ll_range_contains(start, stop, step, i)
