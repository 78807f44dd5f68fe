"""A str as the bytes of its UTF-8, for the standard modules that scan texts.

Offsets are in bytes; `ll_str_offset` and `ll_str_position` make them of positions and back.
"""


def ll_utf8_size(s):
    """The number of bytes."""
    return len(s)


def ll_utf8_byte(s, at):
    """The byte there; 0 behind the end. `at` is not negative."""
    return s[at] if at < len(s) else 0
