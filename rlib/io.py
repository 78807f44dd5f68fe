"""print's lower end: stdout through a buffer, stderr straight.

The buffer is written when it is full and when the program ends (rlib/start.py).
"""

from rlib import lowlevel as ll
from rlib.errno import ll_errno, ll_error_text

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


def ll_flush_or_raise():
    """The same where the program asks for it: what could not be written raises OSError, and stays."""
    global filled
    at = 0
    while at < filled:
        done = ll.platform_write(1, ll.item_addr(ll_buffer(), at), filled - at)
        if done <= 0:
            ll.copy_items(ll_buffer(), at, ll_buffer(), 0, filled - at)
            filled -= at
            ll_raise_os_error(-done)
        at += done
    filled = 0


def ll_raise_os_error(code):
    """By the platform's number."""
    errno = ll_errno(code)
    if errno == 32:
        raise BrokenPipeError(errno, ll_error_text(errno))
    raise OSError(errno, ll_error_text(errno))


def ll_write(fd, address, n):
    """Writes n bytes. A program that cannot write ends with CPython's status for
    that, 120: it could only go on unheard."""
    while n > 0:
        done = ll.platform_write(fd, address, n)
        if done <= 0:
            if fd == 1:
                ll_tell_why(-done)
            ll.platform_exit(120)
        address = ll.addr_add(address, done)
        n -= done


def ll_tell_why(code):
    """What CPython says; that nobody reads any more, as under `| head`, is not worth a word."""
    is_wasi = ll.platform_is_wasi()
    if code == (64 if is_wasi else 32):
        return
    ll_try_stderr("Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\nOSError: ")
    if code == (51 if is_wasi else 28):
        ll_try_stderr("[Errno 28] No space left on device\n")
    else:
        ll_try_stderr("standard output cannot be written\n")


def ll_try_stderr(s):
    ll.platform_write(2, ll.item_addr(s, 0), len(s))
