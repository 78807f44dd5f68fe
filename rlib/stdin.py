"""Standard input as text: a chunk of bytes at a time, which must be UTF-8. A line ends
with "\\n" (CPython has other ends only on Windows).

The buffer holds a chunk behind what the one before it left:

    [ taken | begin: to take | end: the beginning of a code point | full ]
"""

from rlib import lowlevel as ll
from rlib.codec import ll_cannot_decode, ll_utf8_fault
from rlib.errno import ll_errno
from rlib.io import ll_flush
from rlib.string import ll_new_str
from rlib.string_index import ll_lead_width

begin = 0
end = 0
full = 0


def ll_stdin_buffer():
    """A chunk is 8192 bytes, and the rest of a code point at most 3."""
    return ll.zeros(ll.Buffer, 8195)


def ll_stdin_more():
    """Is there more text? Waits for it."""
    return begin < end or ll_stdin_fill()


def ll_stdin_fill():
    """Gets the next text, when all is taken; is there any? What was printed so far is
    seen before."""
    global begin, end, full
    ll_flush()
    b = ll_stdin_buffer()
    while True:
        ll.copy_items(b, end, b, 0, full - end)
        full -= end
        begin = 0
        end = 0
        n = ll.platform_read(0, ll.item_addr(b, full), 8192)
        if n < 0:
            if ll_errno(-n) == 21:
                raise IsADirectoryError("[Errno 21] Is a directory")
            raise OSError("standard input cannot be read")
        full += n
        good, width, fault = ll_good_text(b, full)
        if fault > 0 and (fault != 3 or n == 0):
            full = 0
            ll_cannot_decode(b, good, width, "utf-8", fault)
        end = good
        if end > 0:
            return True
        if n == 0:
            return False


def ll_good_text(b, n):
    """How many of the n bytes are good; how many behind them belong together, and what
    is wrong with these (see ll_utf8_fault)."""
    i = 0
    while i < n:
        width, fault = ll_utf8_fault(b, i, n)
        if fault > 0:
            return i, width, fault
        i += width
    return n, 0, 0


def ll_stdin_take(limit, by_line):
    """At most so many code points (all, where it is negative), where asked no more than
    to the end of the line."""
    global begin
    text = ll.null(ll.Buffer)
    size = 0
    left = limit
    ended = False
    while left != 0 and not ended and ll_stdin_more():
        b = ll_stdin_buffer()
        first = begin
        stop = end
        i = first
        while i < stop and left != 0 and not ended:
            c = b[i]
            i += ll_lead_width(c)
            left -= 1
            ended = by_line and c == 10
        begin = i
        if size == 0 and (ended or left == 0):
            return ll_text_of(b, first, i - first, limit - left)
        text = ll_with_room(text, size, i - first)
        ll.copy_items(b, first, text, size, i - first)
        size += i - first
    if size == 0:
        return ""
    return ll_text_of(text, 0, size, limit - left)


def ll_with_room(text, size, n):
    """A buffer that begins with these `size` bytes and has room for n more."""
    if ll.is_null(text):
        return ll.new_tail(ll.Buffer, n)
    if size + n <= len(text):
        return text
    room = 2 * size + n
    if room > 2147483647:
        raise MemoryError()
    wider = ll.new_tail(ll.Buffer, room)
    ll.copy_items(text, 0, wider, 0, size)
    return wider


def ll_text_of(b, first, n, length):
    """The str of these n bytes."""
    s = ll_new_str(n, length)
    ll.copy_items(b, first, s, 0, n)
    return s


def ll_input():
    """The next line without its end."""
    line = ll_stdin_take(-1, True)
    n = len(line)
    if n == 0:
        raise EOFError("EOF when reading a line")
    if line[n - 1] != 10:
        return line
    return ll_text_of(line, 0, n - 1, line.length - 1)
