"""What naja provides of itself, for CPython: there this file is not read."""

import sys

translated = False


def import_from_mixin(mixin):
    """In the body of a class: it has what the mixin has. (naja makes the mixin a base.)"""
    names = sys._getframe(1).f_locals
    for cls in reversed(mixin.__mro__[:-1]):
        for name, value in vars(cls).items():
            if name not in ("__dict__", "__weakref__", "__module__", "__qualname__", "__doc__"):
                names.setdefault(name, value)


def low64(n):
    """The low 64 bits of n, as an int with a sign."""
    n = int(n) & 0xFFFFFFFFFFFFFFFF
    return n - (1 << 64) if n >> 63 else n
