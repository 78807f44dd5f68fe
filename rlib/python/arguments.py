"""What methods do with their arguments first. A type that a method cannot take is
refused at the user's call, or raises TypeError where others are possible."""

from rlib import lowlevel as ll
from rlib.bytearray import ll_bytearray_bytes

LAST = 9223372036854775807


def index(x):
    return ll.expect("int bool", x, "'{}' object cannot be interpreted as an integer") + 0


def integer(x):
    """How many, for `*` and `bytes`."""
    n = index(x)
    return n._count()


def size(x):
    """A size or a place, for methods."""
    n = index(x)
    return n._size()


def small(x):
    """An int of C, for methods."""
    n = index(x)
    return n._small()


def flag(x):
    """A truth value of C, for methods."""
    return small(x) != 0


def byte(x):
    """One that is no byte will be far from any."""
    n = index(x)
    return n._bound()


def bound(x):
    n = ll.expect("int bool", x, "slice indices must be integers or None or have an __index__ method") + 0
    return n._bound()


def place(x):
    """A bound of `index`, which cannot be None."""
    n = ll.expect("int bool", x, "slice indices must be integers or have an __index__ method") + 0
    return n._bound()


def first(start):
    return 0 if start is None else bound(start)


def last(end):
    return LAST if end is None else bound(end)


def most(count):
    n = size(count)
    return LAST if n < 0 else n


def plain(x):
    """The bytes of bytes or of a bytearray."""
    found = ll.expect("bytes bytearray", x, "a bytes-like object is required, not '{}'")
    return found if isinstance(found, bytes) else ll_bytearray_bytes(found)
