"""Clocks, and waiting."""

from rlib import lowlevel as ll
from rlib.io import ll_flush


def ll_clock(clock):
    """Nanoseconds: 0 since 1970, 1 of a clock that is never set back, 2 of the processor.
    A platform that does not know how long the processor worked says how long it took."""
    t = ll.platform_clock(clock)
    if t < 0:
        t = ll.platform_clock(1)
    return t


def ll_sleep(nanoseconds):
    """What was printed before is seen before the program waits."""
    ll_flush()
    # A subscription of WASI preview 1 to the monotonic clock, an event, a count.
    subscription = ll.zeros(ll.IntArray, 11)
    subscription[2] = 1
    subscription[3] = nanoseconds
    ll.platform_sleep(ll.item_addr(subscription, 0), nanoseconds)
