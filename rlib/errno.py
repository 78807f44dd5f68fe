"""The numbers of errors, and their texts."""

from rlib import lowlevel as ll


def ll_errno(code):
    """Linux's number for one of the platform's."""
    if not ll.platform_is_wasi():
        return code
    numbers = ll_linux_numbers()
    return numbers[code] if 0 <= code and code < len(numbers) else 5


def ll_linux_numbers():
    """By those of WASI preview 1. That a path leads out of its directory (the last) is EPERM."""
    # fmt: off
    return ll.int_array(
        0, 7, 13, 98, 99, 97, 11, 114, 9, 74, 16, 125, 10, 103, 111, 104, 35, 89, 33, 122,
        17, 14, 27, 113, 43, 84, 115, 4, 22, 5, 106, 21, 40, 24, 31, 90, 72, 36, 100, 102,
        101, 23, 105, 19, 2, 8, 37, 67, 12, 42, 92, 28, 38, 107, 20, 39, 131, 88, 95, 25,
        6, 75, 130, 1, 32, 71, 93, 91, 34, 30, 29, 3, 116, 110, 26, 18, 1,
    )
    # fmt: on


def ll_error_text(n):
    """What strerror(3) says of Linux's number."""
    if n == 1:
        return "Operation not permitted"
    if n == 2:
        return "No such file or directory"
    if n == 4:
        return "Interrupted system call"
    if n == 5:
        return "Input/output error"
    if n == 6:
        return "No such device or address"
    if n == 9:
        return "Bad file descriptor"
    if n == 11:
        return "Resource temporarily unavailable"
    if n == 12:
        return "Cannot allocate memory"
    if n == 13:
        return "Permission denied"
    if n == 16:
        return "Device or resource busy"
    if n == 17:
        return "File exists"
    if n == 18:
        return "Invalid cross-device link"
    if n == 19:
        return "No such device"
    if n == 20:
        return "Not a directory"
    if n == 21:
        return "Is a directory"
    if n == 22:
        return "Invalid argument"
    if n == 23:
        return "Too many open files in system"
    if n == 24:
        return "Too many open files"
    if n == 25:
        return "Inappropriate ioctl for device"
    if n == 26:
        return "Text file busy"
    if n == 27:
        return "File too large"
    if n == 28:
        return "No space left on device"
    if n == 29:
        return "Illegal seek"
    if n == 30:
        return "Read-only file system"
    if n == 31:
        return "Too many links"
    if n == 32:
        return "Broken pipe"
    if n == 36:
        return "File name too long"
    if n == 39:
        return "Directory not empty"
    if n == 40:
        return "Too many levels of symbolic links"
    if n == 95:
        return "Operation not supported"
    if n == 122:
        return "Disk quota exceeded"
    return "Error"
