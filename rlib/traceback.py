"""Tracebacks: how they grow, and how an uncaught exception is printed
(CPython 3.11's text, without the lines of carets)."""

from rlib import lowlevel as ll
from rlib.int import ll_int_str
from rlib.io import ll_print_str


def ll_add_frame(e, frame):
    """The exception passed this place on its way out (hook `traceback`). Where no
    memory is left, the traceback is without it."""
    try:
        entry = ll.new(ll.Traceback)
    except MemoryError:
        return
    entry.frame = frame
    entry.next = e.traceback
    e.traceback = entry


def ll_print_exception(e):
    """Writes to stderr the exception, after those that it came from."""
    n = ll_chain_length(e)
    while n > 0:
        n -= 1
        one = ll_nth_origin(e, n)
        ll_print_traceback(one.traceback)
        ll_print_message(one)
        if n > 0:
            later = ll_nth_origin(e, n - 1)
            if ll.is_null(later.cause):
                ll_show("\nDuring handling of the above exception, another exception occurred:", "\n", "\n")
            else:
                ll_show("\nThe above exception was the direct cause of the following exception:", "\n", "\n")


def ll_show(a, b, c):
    """Writes three strings to stderr."""
    ll_print_str(2, a)
    ll_print_str(2, b)
    ll_print_str(2, c)


def ll_origin(e):
    """The exception that is printed before this one, or null."""
    if not ll.is_null(e.cause):
        return e.cause
    if e.suppress_context:
        return ll.null(ll.Exception)
    return e.context


def ll_nth_origin(e, n):
    """n origins back from e."""
    while n > 0:
        e = ll_origin(e)
        n -= 1
    return e


def ll_chain_length(e):
    """How many exceptions are printed for e: each once, though causes may form a ring."""
    n = 1
    last = ll_origin(e)
    while not ll.is_null(last):
        earlier = e
        i = n
        while i > 0:
            if ll.ptr_eq(earlier, last):
                return n
            earlier = ll_origin(earlier)
            i -= 1
        n += 1
        last = ll_origin(last)
    return n


def ll_print_traceback(entry):
    """The last 1,000 entries; of equal ones in a row, three and their number."""
    if ll.is_null(entry):
        return
    ll_show("Traceback (most recent call last):", "\n", "")
    depth = 0
    e = entry
    while not ll.is_null(e):
        depth += 1
        e = e.next
    while depth > 1000:
        depth -= 1
        entry = entry.next
    frame = entry.frame
    repeats = 0
    while not ll.is_null(entry):
        if not ll.ptr_eq(frame, entry.frame) and not ll_same_line(frame, entry.frame):
            ll_print_repeats(repeats)
            repeats = 0
        frame = entry.frame
        repeats += 1
        if repeats <= 3:
            ll_print_frame(frame)
        entry = entry.next
    ll_print_repeats(repeats)


def ll_same_line(a, b):
    """The names of one file and of one function are one object each."""
    return a.line == b.line and ll.ptr_eq(a.file, b.file) and ll.ptr_eq(a.function, b.function)


def ll_print_repeats(n):
    if n > 3:
        ll_show("  [Previous line repeated ", ll_int_str(n - 3), " more time]\n" if n == 4 else " more times]\n")


def ll_print_frame(frame):
    ll_show('  File "', frame.file, '", line ')
    ll_show(ll_int_str(frame.line), ", in ", frame.function)
    source = frame.source
    ll_show("\n    " if len(source) > 0 else "", source, "\n")


def ll_print_message(e):
    """The last line: the class's name, and str(e) unless it is empty."""
    text = ll.exception_str(e)
    ll_show(ll.class_path(e.class_id), ": " if len(text) > 0 else "", text)
    ll_print_str(2, "\n")
