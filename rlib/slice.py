"""Slices of anything that has a length: which items they are. None stands for a
bound as in the language's reference, in "Common Sequence Operations"."""

from rlib import lowlevel as ll


def ll_span(length, start, stop):
    """The first item of [start:stop] and how many there are. A start that is None is
    0 here, a stop that is None the greatest int."""
    first = ll_clip(length, start)
    count = ll_clip(length, stop) - first
    return first, 0 if count < 0 else count


def ll_clip(length, i):
    """The place that i means: from the end where it is negative, and between 0 and length."""
    if i < 0:
        i += length
        return 0 if i < 0 else i
    return length if i > length else i


def ll_slice(length, start, stop, step, has_start, has_stop):
    """The first item of [start:stop:step] and how many there are; a step that is
    None is 1 here."""
    if step > 0:
        return ll_slice_up(length, start if has_start else 0, stop if has_stop else length, step)
    if step == 0:
        raise ValueError("slice step cannot be zero")
    first = ll_clip_down(length, start) if has_start else length - 1
    end = ll_clip_down(length, stop) if has_stop else -1
    if end >= first:
        return first, 0
    return first, ll.uint_div(first - end - 1, ll.int_sub(0, step)) + 1


def ll_slice_up(length, start, stop, step):
    """ll_slice with bounds and a step that goes up."""
    first, count = ll_span(length, start, stop)
    if step == 1 or count == 0:
        return first, count
    return first, ll.int_div(count - 1, step) + 1


def ll_clip_down(length, i):
    """The place that i means to a step that goes down: between -1 and length - 1."""
    if i < 0:
        i += length
        return -1 if i < 0 else i
    return length - 1 if i >= length else i
