"""What naja provides of itself, for CPython: there this file is not read."""

translated = False


def low64(n):
    """The low 64 bits of n, as an int with a sign."""
    n = int(n) & 0xFFFFFFFFFFFFFFFF
    return n - (1 << 64) if n >> 63 else n
