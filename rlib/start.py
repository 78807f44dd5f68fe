"""The program's frame: what the entry point of a compiled program runs."""

from rlib import lowlevel as ll
from rlib.files import ll_files_end
from rlib.io import ll_flush, ll_print_str
from rlib.traceback import ll_print_exception

# The status of a program that ends in MemoryError: CPython's, or 122 where a limit was asked for.
memory_status = 1


def ll_main():
    """Runs the program; gives its exit status. Nothing is done within the handlers:
    what could be raised there would need a context."""
    system_exit = ll.null(ll.Exception)
    failure = ll.null(ll.Exception)
    status = 1
    try:
        ll.run_program()
    except SystemExit as e:
        system_exit = e
    except KeyboardInterrupt as e:
        failure = e
        status = 130
    except MemoryError as e:
        failure = e
        status = memory_status
    except BaseException as e:
        failure = e
    ll_flush()
    ll_files_end()
    if not ll.is_null(failure):
        ll_print_exception(failure)
        if status == 122:
            ll_print_str(2, "naja: the program needs more memory than it was given\n")
        return status
    if ll.is_null(system_exit):
        return 0
    status = ll.exit_status(system_exit)
    if status < 0:
        ll_print_str(2, ll.exception_str(system_exit))
        ll_print_str(2, "\n")
        return 1
    return status
