"""The environment's variables, the current directory and random bytes, as the platform has them."""

from rlib import lowlevel as ll
from rlib.bytes import ll_bytes_sub, ll_new_bytes
from rlib.files import ll_directory_of


def ll_environ():
    """The variables, as `K=V` and a zero each; none where the platform has none to give."""
    sizes = ll.platform_environ_sizes()
    if sizes < 0:
        return ll_new_bytes(0)
    room = ll.new_tail(ll.IntArray, sizes & 4294967295)
    text = ll_new_bytes(sizes >> 32)
    ll.platform_environ(ll.item_addr(room, 0), ll.item_addr(text, 0))
    return text


def ll_working_directory():
    """Its path; none where it has none. In the sandbox only the directory that was granted
    as "/" has one."""
    text = ll_new_bytes(4096)
    if ll.platform_is_wasi():
        top, _ = ll_directory_of("/")
        here, _ = ll_directory_of(".")
        if top < 0 or top != here:
            return ll_new_bytes(0)
        text[0] = 47
        return ll_bytes_sub(text, 0, 1)
    if ll.platform_working_directory(ll.item_addr(text, 0), 4096) < 0:
        return ll_new_bytes(0)
    n = 0
    while text[n] != 0:
        n += 1
    return ll_bytes_sub(text, 0, n)


def ll_random_bytes(n):
    """So many bytes that nobody can foretell, 0 <= n; none where the platform has none."""
    bytes = ll_new_bytes(n)
    i = 0
    while i < n:
        # More at once might be interrupted.
        part = 256 if n - i > 256 else n - i
        if ll.platform_random(ll.item_addr(bytes, i), part) < 0:
            return ll_new_bytes(0)
        i += part
    return bytes
