"""The program's frame: what the entry point of a compiled program runs."""

from rlib import lowlevel as ll
from rlib.io import ll_flush, ll_print_str
from rlib.traceback import ll_print_exception


def ll_main():
    """Runs the program; gives its exit status."""
    try:
        ll.run_program()
    except SystemExit as e:
        status = ll.exit_status(e)
        ll_flush()
        if status < 0:
            ll_print_str(2, ll.exception_str(e))
            ll_print_str(2, "\n")
            status = 1
        return status
    except BaseException as e:
        ll_flush()
        ll_print_exception(e)
        return 1
    ll_flush()
    return 0
