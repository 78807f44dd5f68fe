"""A text that grows by pieces: the repr of a container.

The text is a Str with room at its end; `size` and `length` are the bytes and the
code points that it has so far.
"""

from rlib import lowlevel as ll
from rlib.string import ll_new_str

# The containers whose repr is being made, the innermost last.
open_reprs: ll.ObjectArray = None
n_open_reprs = 0


def ll_add_piece(text, size, length, piece):
    """The text with the piece at its end: text, size and length."""
    end = size + len(piece)
    if end > len(text):
        text = ll_make_room(text, size, end)
    ll.copy_items(piece, 0, text, size, len(piece))
    return text, end, length + piece.length


def ll_make_room(text, size, end):
    """A copy of the text with room for `end` bytes, and as many again."""
    more = ll_new_str(end + end, 0)
    ll.copy_items(text, 0, more, 0, size)
    return more


def ll_finish_pieces(text, size, length):
    """The Str itself, without room."""
    s = ll_new_str(size, length)
    ll.copy_items(text, 0, s, 0, size)
    return s


def ll_enter_repr(p):
    """Begins the repr of a container, unless it is being made already, further out
    (CPython's Py_ReprEnter): did it begin?"""
    global open_reprs, n_open_reprs
    q = ll.cast(ll.Object, p)
    if ll.is_null(open_reprs):
        open_reprs = ll.new_tail(ll.ObjectArray, 16)
    for i in range(0, n_open_reprs):
        if ll.ptr_eq(open_reprs[i], q):
            return False
    if n_open_reprs == len(open_reprs):
        more = ll.new_tail(ll.ObjectArray, n_open_reprs + n_open_reprs)
        ll.copy_items(open_reprs, 0, more, 0, n_open_reprs)
        open_reprs = more
    open_reprs[n_open_reprs] = q
    n_open_reprs += 1
    return True


def ll_leave_repr():
    """Ends the repr that was begun last, also where it raised."""
    global n_open_reprs
    n_open_reprs -= 1
    open_reprs[n_open_reprs] = ll.null(ll.Object)
