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


def isabs(s):
    return s.startswith("/")


def join(a, *p):
    path = a
    for b in p:
        if b.startswith("/"):
            path = b
        elif path == "" or path.endswith("/"):
            path += b
        else:
            path += "/" + b
    return path


def split(p):
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    if head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def splitext(p):
    """The extension begins at the last dot, but for those that the name begins with."""
    name = p.rfind("/") + 1
    dot = p.rfind(".")
    while name < dot and p[name] == ".":
        name += 1
    return (p[:dot], p[dot:]) if name < dot else (p, "")


def basename(p):
    return p[p.rfind("/") + 1 :]


def dirname(p):
    return split(p)[0]


def normpath(path):
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


def exists(path):
    return ll_file_stat(path) == 0


def isfile(path):
    return ll_file_stat(path) == 0 and ll_stat_mode() >> 12 == 8


def isdir(path):
    return ll_file_stat(path) == 0 and ll_stat_mode() >> 12 == 4


def getsize(filename):
    _look(filename)
    return ll_stat_size()


def getmtime(filename):
    _look(filename)
    return ll_stat_time(1) / 1e9


def _look(path):
    code = ll_file_stat(path)
    if code < 0:
        raise OSError(-code, ll_error_text(-code), path)
