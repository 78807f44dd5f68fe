"""A str as the bytes of its UTF-8, for the standard modules that scan texts.

Offsets are in bytes; `ll_str_offset` and `ll_str_position` make them of positions and back.
"""

from rlib import lowlevel as ll


def ll_utf8_size(s):
    """The number of bytes."""
    return len(s)


def ll_utf8_byte(s, at):
    """The byte there; 0 behind the end."""
    return s[at] if ll.uint_lt(at, len(s)) else 0
