"""sys.argv: made of the platform's bytes when it is asked for first."""

from rlib import lowlevel as ll
from rlib.codec import ll_decode_utf8

arguments: ll.ListObject = None


def ll_arguments():
    """The one list."""
    global arguments
    if ll.is_null(arguments):
        arguments = ll_read_arguments()
    return arguments


def ll_read_arguments():
    """A zero byte stands behind each. What is no UTF-8 becomes U+FFFD."""
    sizes = ll.platform_args_sizes()
    n = sizes & 4294967295
    room = ll.new_tail(ll.IntArray, n)
    text = ll.new_tail(ll.Buffer, sizes >> 32)
    ll.platform_args(ll.item_addr(room, 0), ll.item_addr(text, 0))
    items = ll.new_tail(ll.ObjectArray, n)
    first = 0
    for i in range(0, n):
        end = first
        while text[end] != 0:
            end += 1
        one = ll.new_tail(ll.Buffer, end - first)
        ll.copy_items(text, first, one, 0, end - first)
        items[i] = ll.cast(ll.Object, ll_decode_utf8(one, end - first, "replace"))
        first = end + 1
    result = ll.new(ll.ListObject)
    result.length = n
    result.items = items
    return result
