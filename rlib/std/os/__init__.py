"""What of the system a program in a sandbox can have: files and directories by their paths,
and environment variables."""

from rlib.environ import ll_environ, ll_random_bytes, ll_working_directory
from rlib.errno import ll_error_text
from rlib.files import (
    ll_directory_make,
    ll_directory_read,
    ll_directory_remove,
    ll_entry_cookie,
    ll_entry_name,
    ll_entry_size,
    ll_file_close,
    ll_file_failure,
    ll_file_open,
    ll_file_rename,
    ll_file_stat,
    ll_file_unlink,
    ll_stat_mode,
    ll_stat_size,
    ll_stat_time,
)

# Behind what the classes here use: importing these runs code.
from collections.abc import MutableMapping
from os import path

__all__ = [
    "altsep",
    "curdir",
    "devnull",
    "environ",
    "extsep",
    "getcwd",
    "getenv",
    "linesep",
    "listdir",
    "makedirs",
    "mkdir",
    "name",
    "pardir",
    "path",
    "pathsep",
    "remove",
    "rename",
    "replace",
    "rmdir",
    "sep",
    "stat",
    "stat_result",
    "strerror",
    "unlink",
    "urandom",
    "walk",
]

name = "posix"
sep = "/"
linesep = "\n"
curdir = "."
pardir = ".."
extsep = "."
altsep = None
pathsep = ":"
devnull = "/dev/null"


class _Environ(MutableMapping):
    """The variables, which are read when they are asked for first."""

    def __init__(self):
        self._data = None

    def _variables(self):
        if self._data is None:
            self._data = {}
            for variable in ll_environ().decode("utf-8", "replace").split("\0"):
                key, separator, value = variable.partition("=")
                if separator != "" and key not in self._data:
                    self._data[key] = value
        return self._data

    def __getitem__(self, key):
        return self._variables()[key]

    def __setitem__(self, key, value):
        if "\0" in key or "\0" in value:
            raise ValueError("embedded null byte")
        if "=" in key:
            raise ValueError("illegal environment variable name")
        if key == "":
            raise OSError(22, ll_error_text(22))
        self._variables()[key] = value

    def __delitem__(self, key):
        del self._variables()[key]

    def __iter__(self):
        yield from list(self._variables())

    def __len__(self):
        return len(self._variables())

    def __contains__(self, key):
        return key in self._variables()

    def __repr__(self):
        items = ", ".join([f"{key!r}: {value!r}" for key, value in self._variables().items()])
        return f"environ({{{items}}})"

    def copy(self):
        return dict(self._variables())


environ = _Environ()


def getenv(key, default=None):
    return environ.get(key, default)


def getcwd():
    path = ll_working_directory()
    if len(path) == 0:
        raise FileNotFoundError(2, ll_error_text(2))
    return path.decode("utf-8", "replace")


def strerror(code, /):
    return ll_error_text(code)


class stat_result:
    def __init__(self, mode, size, times):
        self.st_mode = mode
        self.st_size = size
        self.st_atime_ns, self.st_mtime_ns, self.st_ctime_ns = times
        self.st_atime = self.st_atime_ns / 1e9
        self.st_mtime = self.st_mtime_ns / 1e9
        self.st_ctime = self.st_ctime_ns / 1e9


def _done(code, path):
    if code < 0:
        raise OSError(-code, ll_error_text(-code), path)


def stat(path):
    _done(ll_file_stat(path), path)
    return stat_result(ll_stat_mode(), ll_stat_size(), (ll_stat_time(0), ll_stat_time(1), ll_stat_time(2)))


def listdir(path="."):
    fd = ll_file_open(path, 1 | 64)
    _done(fd, path)
    names = []
    cookie = 0
    while True:
        entries = ll_directory_read(fd, cookie)
        if ll_file_failure() > 0:
            ll_file_close(fd)
            _done(-ll_file_failure(), path)
        at = 0
        while at < len(entries):
            size = ll_entry_size(entries, at)
            if size == 0:
                break
            entry = ll_entry_name(entries, at, size)
            if entry != "." and entry != "..":
                names.append(entry)
            cookie = ll_entry_cookie(entries, at)
            at += size
        if at == 0:
            ll_file_close(fd)
            return names


def remove(path):
    _done(ll_file_unlink(path), path)


def unlink(path):
    _done(ll_file_unlink(path), path)


def mkdir(path, mode=0o777):
    _done(ll_directory_make(path), path)


def rmdir(path):
    _done(ll_directory_remove(path), path)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if tail == "":
        head, tail = path.split(head)
    if head != "" and tail != "" and not path.exists(head):
        try:
            makedirs(head, mode, exist_ok)
        except FileExistsError:
            pass
        if tail == ".":
            return
    code = ll_directory_make(name)
    if code < 0 and not (exist_ok and path.isdir(name)):
        _done(code, name)


def rename(src, dst):
    code = ll_file_rename(src, dst)
    if code < 0:
        raise OSError(-code, ll_error_text(-code), src, None, dst)


def replace(src, dst):
    rename(src, dst)


def walk(top, topdown=True):
    """Each directory from the top on, with the names of the directories and files in it."""
    dirs = []
    files = []
    for entry in listdir(top):
        if path.isdir(path.join(top, entry)):
            dirs.append(entry)
        else:
            files.append(entry)
    if topdown:
        yield top, dirs, files
    for entry in dirs:
        yield from walk(path.join(top, entry), topdown)
    if not topdown:
        yield top, dirs, files


def urandom(size, /):
    if size < 0:
        raise ValueError("negative argument not allowed")
    bytes = ll_random_bytes(size)
    if len(bytes) < size:
        raise NotImplementedError("the system has no random bytes")
    return bytes
