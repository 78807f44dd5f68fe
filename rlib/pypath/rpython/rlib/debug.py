"""Checks and traces."""

import sys


def ll_assert(condition, message):
    assert condition, message


def ll_assert_not_none(x):
    assert x is not None, "ll_assert_not_none failed"
    return x


def fatalerror(message):
    """Ends the program."""
    print("RPython fatal error:", message, file=sys.stderr)
    sys.exit(1)


fatalerror_notb = fatalerror


def debug_print(*args):
    pass


def debug_start(category, timestamp=False):
    pass


def debug_stop(category, timestamp=False):
    pass


def debug_flush():
    pass


def have_debug_prints():
    return False


def have_debug_prints_for(category):
    return False


def debug_offset():
    return -1


def check_nonneg(n):
    assert n >= 0
    return n


def check_not_access_directly(x):
    return x


def make_sure_not_resized(items):
    return items


def make_sure_not_modified(items):
    return items


def mark_dict_non_null(d):
    return d


def attach_gdb():
    pass
