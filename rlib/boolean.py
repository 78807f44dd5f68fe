"""bool."""

from rlib import lowlevel as ll


def ll_bool_str(b):
    """str(b)."""
    return "True" if b else "False"
