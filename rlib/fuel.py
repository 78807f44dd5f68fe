"""What ends a program that has used up its fuel (backends/src/lower/fuel.rs)."""

from rlib import lowlevel as ll
from rlib.io import ll_flush, ll_print_str


def ll_exhausted():
    """Writes what is in stdout's buffer, and ends the program with the status for that
    (hook `exhausted`)."""
    ll_flush()
    ll_print_str(2, "naja: the program has used up its fuel\n")
    ll.platform_exit(123)
