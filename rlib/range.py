"""range: how many items it has, and what is wrong with a step."""

from rlib import lowlevel as ll
from rlib.int import ll_int_str
from rlib.string import ll_concat


def ll_check_step(step):
    """Raises ValueError for a step of 0."""
    if step == 0:
        raise ValueError("range() arg 3 must not be zero")


def ll_range_count(start, stop, step):
    """The number of items as an unsigned integer; step is not 0."""
    if step > 0:
        if start >= stop:
            return 0
        return ll.uint_div(ll.int_sub(ll.int_sub(stop, start), 1), step) + 1
    if start <= stop:
        return 0
    return ll.uint_div(ll.int_sub(ll.int_sub(start, stop), 1), ll.int_sub(0, step)) + 1


def ll_range_len(start, stop, step):
    """len(range): as CPython, an int that fits a machine word."""
    n = ll_range_count(start, stop, step)
    if n < 0:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return n


def ll_range_contains(start, stop, step, x):
    """x in range(start, stop, step)."""
    if step > 0:
        if x < start or x >= stop:
            return False
        return ll.uint_rem(ll.int_sub(x, start), step) == 0
    if x > start or x <= stop:
        return False
    return ll.uint_rem(ll.int_sub(start, x), ll.int_sub(0, step)) == 0


def ll_range_contains_float(start, stop, step, x):
    """x in range(...) for a float: where it is whole, its int."""
    if x != ll.float_trunc(x) or x < -9223372036854775808.0 or x >= 9223372036854775808.0:
        return False
    return ll_range_contains(start, stop, step, ll.float_to_int(x))


def ll_range_eq(start, stop, step, other_start, other_stop, other_step):
    """Two ranges are equal when they give the same items."""
    n = ll_range_count(start, stop, step)
    if n != ll_range_count(other_start, other_stop, other_step):
        return False
    if n == 0:
        return True
    if start != other_start:
        return False
    return n == 1 or step == other_step


def ll_range_repr(start, stop, step):
    """repr(range): the step is left out where it is 1."""
    text = ll_concat(ll_concat("range(", ll_int_str(start)), ll_concat(", ", ll_int_str(stop)))
    if step != 1:
        text = ll_concat(text, ll_concat(", ", ll_int_str(step)))
    return ll_concat(text, ")")


def ll_range_getitem(start, stop, step, i):
    """range[i], with i counted from the end where it is negative."""
    n = ll_range_count(start, stop, step)
    at = i
    if i < 0:
        at = ll.int_add(i, n)
    if not ll.uint_lt(at, n):
        raise IndexError("range object index out of range")
    return ll.int_add(start, ll.int_mul(at, step))


def ll_check_count(count, expected):
    """Raises ValueError where a range of `count` items does not fill `expected` targets."""
    if count == expected:
        return
    if ll.uint_lt(expected, count):
        raise ValueError(
            ll_concat(ll_concat("too many values to unpack (expected ", ll_int_str(expected)), ")")
        )
    text = ll_concat("not enough values to unpack (expected ", ll_int_str(expected))
    raise ValueError(ll_concat(ll_concat(ll_concat(text, ", got "), ll_int_str(count)), ")"))
