"""Paths as texts, and what is there: CPython's posixpath."""

from rlib.errno import ll_error_text
from rlib.files import ll_file_stat, ll_stat_mode, ll_stat_size, ll_stat_time

__all__ = [
    "basename",
    "commonprefix",
    "dirname",
    "exists",
    "getmtime",
    "getsize",
    "isabs",
    "isdir",
    "isfile",
    "join",
    "normpath",
    "split",
    "splitext",
]

sep = "/"
curdir = "."
pardir = ".."
extsep = "."
pathsep = ":"


def _text(path):
    """A path that is no stream and not missing."""
    if not isinstance(path, str):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return path


def isabs(s):
    s = _text(s)
    return s.startswith("/")


def join(a, *p):
    path = _text(a)
    for b in p:
        if not isinstance(b, str):
            raise TypeError(f"join() argument must be str, bytes, or os.PathLike object, not {type(b).__name__!r}")
        if b.startswith("/"):
            path = b
        elif path == "" or path.endswith("/"):
            path += b
        else:
            path += "/" + b
    return path


def split(p):
    p = _text(p)
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    if head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def splitext(p):
    """The extension begins at the last dot, but for those that the name begins with."""
    p = _text(p)
    name = p.rfind("/") + 1
    dot = p.rfind(".")
    while name < dot and p[name] == ".":
        name += 1
    return (p[:dot], p[dot:]) if name < dot else (p, "")


def basename(p):
    p = _text(p)
    return p[p.rfind("/") + 1 :]


def dirname(p):
    return split(p)[0]


def normpath(path):
    path = _text(path)
    if path == "":
        return "."
    slashes = 0
    if path.startswith("/"):
        slashes = 2 if path.startswith("//") and not path.startswith("///") else 1
    parts = []
    for part in path.split("/"):
        if part == "" or part == ".":
            continue
        if part != ".." or (slashes == 0 and len(parts) == 0) or (len(parts) > 0 and parts[-1] == ".."):
            parts.append(part)
        elif len(parts) > 0:
            parts.pop()
    return "/" * slashes + "/".join(parts) or "."


def commonprefix(m):
    if len(m) == 0:
        return ""
    least = min(m)
    most = max(m)
    for i in range(len(least)):
        if least[i] != most[i]:
            return least[:i]
    return least


def _stat(path):
    if not isinstance(path, str):
        types = "string, bytes, os.PathLike or integer"
        raise TypeError(f"stat: path should be {types}, not {type(path).__name__}")
    return ll_file_stat(path)


def exists(path):
    return _stat(path) == 0


def isfile(path):
    return _stat(path) == 0 and ll_stat_mode() >> 12 == 8


def isdir(path):
    return _stat(path) == 0 and ll_stat_mode() >> 12 == 4


def getsize(filename):
    _look(filename)
    return ll_stat_size()


def getmtime(filename):
    _look(filename)
    return ll_stat_time(1) / 1e9


def _look(path):
    code = _stat(path)
    if code < 0:
        raise OSError(-code, ll_error_text(-code), path)
