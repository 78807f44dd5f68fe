"""The program's frame: what the entry point of a compiled program runs."""

from rlib import lowlevel as ll
from rlib.files import ll_files_end
from rlib.io import ll_flush, ll_print_str
from rlib.traceback import ll_print_exception


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
    except BaseException as e:
        failure = e
    ll_flush()
    ll_files_end()
    if not ll.is_null(failure):
        ll_print_exception(failure)
        return status
    if ll.is_null(system_exit):
        return 0
    status = ll.exit_status(system_exit)
    if status < 0:
        ll_print_str(2, ll.exception_str(system_exit))
        ll_print_str(2, "\n")
        return 1
    return status
