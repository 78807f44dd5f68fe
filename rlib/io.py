"""print's lower end: stdout through a buffer, stderr straight.

The buffer is written when it is full and when the program ends (rlib/start.py).
"""

from rlib import lowlevel as ll

filled = 0


def ll_print_str(fd, s):
    """Writes the str to descriptor 1 (buffered) or 2."""
    if fd == 1:
        ll_stdout(s)
    else:
        ll_write(fd, ll.item_addr(s, 0), len(s))


def ll_stdout(s):
    """Appends the str to stdout's buffer; what does not fit goes past it."""
    global filled
    n = len(s)
    if n > 8192 - filled:
        ll_flush()
        if n > 8192:
            ll_write(1, ll.item_addr(s, 0), n)
            return
    ll.copy_items(s, 0, ll_buffer(), filled, n)
    filled += n


def ll_flush():
    """Writes what stdout's buffer holds."""
    global filled
    n = filled
    filled = 0
    ll_write(1, ll.item_addr(ll_buffer(), 0), n)


def ll_buffer():
    return ll.zeros(ll.Buffer, 8192)


def ll_write(fd, address, n):
    """Writes n bytes. A program that cannot write ends with CPython's status for
    that, 120: it could only go on unheard."""
    while n > 0:
        done = ll.platform_write(fd, address, n)
        if done <= 0:
            ll.platform_exit(120)
        address = ll.addr_add(address, done)
        n -= done
