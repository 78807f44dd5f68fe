"""What of the system a program in a sandbox can have: files and directories by their paths."""

from os import path

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

name = "posix"
sep = "/"
linesep = "\n"
curdir = "."
pardir = ".."
extsep = "."
altsep = None
pathsep = ":"
devnull = "/dev/null"


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
