"""Exceptions as objects: how one becomes another's context or cause, and those
that the machine raises by itself."""

from rlib import lowlevel as ll


def ll_attach_context(e, handled):
    """e leaves the handler of `handled`, which becomes the end of e's chain of
    contexts, or its next where e had been raised before (CPython's
    _PyErr_SetObject, for a whole chain). No chain becomes a ring."""
    if ll_in_chain(e, handled):
        return
    last = e
    if not ll_cut_chain(handled, e):
        while not ll.is_null(last.context) and not ll_in_chain(handled, last.context):
            last = last.context
    last.context = handled


def ll_in_chain(chain, e):
    """Is e chain itself or one of its contexts?"""
    while not ll.is_null(chain):
        if ll.ptr_eq(chain, e):
            return True
        chain = chain.context
    return False


def ll_cut_chain(chain, e):
    """The chain of contexts ends before e; was e there?"""
    while not ll.is_null(chain.context):
        if ll.ptr_eq(chain.context, e):
            chain.context = ll.null(ll.Exception)
            return True
        chain = chain.context
    return False


def ll_set_cause(e, cause):
    """What `raise e from cause` does before it raises; cause may be null (None)."""
    e.cause = cause
    e.suppress_context = True


def ll_overflow(code):
    """A checked operation left 64 bits (hook `overflow`)."""
    if code == 0:
        raise OverflowError("int + int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x")
    if code == 1:
        raise OverflowError("int - int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x")
    raise OverflowError("int * int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x")


def ll_recursion():
    """Too many calls inside each other (hook `recursion`)."""
    raise RecursionError("maximum recursion depth exceeded")
