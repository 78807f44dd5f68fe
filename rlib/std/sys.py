"""The system as a program sees it. What the compiler knows itself is imported from its own name.
How deep calls may go is decided by the host: the limit that a program sets is only told back."""

from sys import argv, exit, maxsize, stderr, stdin, stdout

__all__ = [
    "argv",
    "byteorder",
    "exit",
    "getrecursionlimit",
    "intern",
    "maxsize",
    "platform",
    "setrecursionlimit",
    "stderr",
    "stdin",
    "stdout",
    "version",
    "version_info",
]

byteorder = "little"
platform = "linux"
version = "3.11.0 (naja)"
# Of the Python whose language this is: a plain tuple.
version_info = (3, 11, 0, "final", 0)
_limit = 1000


def getrecursionlimit():
    return _limit


def setrecursionlimit(limit, /):
    global _limit
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    _limit = limit


def intern(string, /):
    return string


class _Nowhere:
    """What `print` writes to where there is no standard output."""

    def write(self, text):
        return len(text)

    def flush(self):
        pass


def _file(file):
    """What the compiler has `print` write to, in a program that gives another file to `stdout`."""
    if file is not None:
        return file
    if stdout is None:
        return _Nowhere()
    return stdout


def _print(*objects, sep=" ", end="\n", file=None, flush=False):
    """`print` as a value, there."""
    print(*objects, sep=sep, end=end, file=file, flush=flush)
