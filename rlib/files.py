"""Files by their descriptors: how rlib/std/io.py reaches the platform.

A program in the sandbox has directories, which it was granted under names of their own, and
opens what lies below them; native code has the paths of the system. Errors are numbers as
Linux has them, and -errno is what failed.
"""

from rlib import lowlevel as ll
from rlib.bytes import ll_bytes_sub, ll_new_bytes
from rlib.bytearray import ll_bytearray_extend
from rlib.codec import ll_ascii_fault, ll_bytes_decode, ll_cannot_decode, ll_codec, ll_utf8_fault
from rlib.errno import ll_errno
from rlib.string import ll_concat, ll_new_str

READ = 1
WRITE = 2
CREATE = 4
EXCLUSIVE = 8
TRUNCATE = 16
APPEND = 32
DIRECTORY = 64

# What is not yet written of each file that is open for writing, and its descriptor.
pending: ll.ObjectArray = None
descriptors: ll.IntArray = None

# Why the last call of ll_file_read failed, or 0.
failure = 0


def ll_file_open(path, how):
    """A descriptor, or -errno."""
    p, directory, n = ll_path_below(path)
    if not ll.platform_is_wasi():
        return ll.platform_open(0, ll.item_addr(p, 0), n, ll_linux_flags(how), 0)
    if directory < 0:
        return -2
    flags = 0
    if ll_has(how, CREATE):
        flags |= 1
    if ll_has(how, DIRECTORY):
        flags |= 2
    if ll_has(how, EXCLUSIVE):
        flags |= 4
    if ll_has(how, TRUNCATE):
        flags |= 8
    if ll_has(how, APPEND):
        flags |= 256
    return ll_result(ll.platform_open(directory, ll.item_addr(p, 0), n, flags, ll_rights(how)))


def ll_has(how, bit):
    return (how & bit) != 0


def ll_result(code):
    """What a call of the platform gave, with a number of Linux's."""
    return code if code >= 0 else -ll_errno(-code)


def ll_linux_flags(how):
    """O_CLOEXEC, and what is asked for."""
    flags = 524288
    if ll_has(how, WRITE):
        flags |= 2 if ll_has(how, READ) else 1
    if ll_has(how, CREATE):
        flags |= 64
    if ll_has(how, EXCLUSIVE):
        flags |= 128
    if ll_has(how, TRUNCATE):
        flags |= 512
    if ll_has(how, APPEND):
        flags |= 1024
    return flags


def ll_rights(how):
    """fd_seek, fd_tell and fd_filestat_get, and what is asked for: fd_read and fd_readdir,
    or fd_write and fd_filestat_set_size."""
    rights = 4 | 32 | 2097152
    if ll_has(how, READ):
        rights |= 2
    if ll_has(how, DIRECTORY):
        rights |= 16384
    if ll_has(how, WRITE):
        rights |= 64 | 4194304
    return rights


def ll_path_below(path):
    """The path as the platform takes it, the directory that it is below, and its length; the
    directory is -1 where it was not granted."""
    if not ll.platform_is_wasi():
        return ll_zero_ended(path), 0, len(path)
    directory, start = ll_directory_of(path)
    p = ll_below(path, start)
    return p, directory, len(p) - 1


def ll_zero_ended(path):
    return ll_below(path, 0)


def ll_below(path, start):
    """The path's bytes from `start` on and a zero; "." where there are none."""
    n = len(path) - start
    if n == 0 and start > 0:
        dot = ll.new_tail(ll.Buffer, 2)
        dot[0] = 46
        return dot
    p = ll.new_tail(ll.Buffer, n + 1)
    ll.copy_items(path, start, p, 0, n)
    return p


def ll_directory_of(path):
    """The granted directory whose name is the longest beginning of the path, and where the
    path goes on behind that; -1 where there is none. Programs stand in the directory that
    was granted as ".", or else in that granted as "/"."""
    best = -1
    longest = -1
    start = 0
    if len(path) == 0:
        return best, start
    directory = 3
    while True:
        n = ll.platform_granted(directory)
        if n < 0:
            return best, start
        name = ll.new_tail(ll.Buffer, n)
        ll.platform_granted_name(directory, ll.item_addr(name, 0), n)
        end = ll_behind(name, path)
        if end >= 0 and n > longest:
            best = directory
            longest = n
            start = end
        directory += 1


def ll_behind(name, path):
    """Where the path goes on behind the directory's name, or -1."""
    i = ll_skip_dots(name, 0)
    j = ll_skip_dots(path, 0)
    if i == len(name):
        return -1 if path[0] == 47 else j
    if len(name) == 1 and name[0] == 47:
        return ll_skip_slashes(path, j)
    while i < len(name):
        if j == len(path) or name[i] != path[j]:
            # A slash at the name's end.
            if i == len(name) - 1 and name[i] == 47 and j == len(path):
                return j
            return -1
        i += 1
        j += 1
    if j == len(path) or path[j] == 47 or path[j - 1] == 47:
        return ll_skip_slashes(path, j)
    return -1


def ll_skip_slashes(path, i):
    while i < len(path) and path[i] == 47:
        i += 1
    return i


def ll_skip_dots(path, i):
    """Behind what means nothing there: "." and "./"."""
    while i < len(path) and path[i] == 46 and (i + 1 == len(path) or path[i + 1] == 47):
        i = ll_skip_slashes(path, i + 1)
    return i


def ll_file_close(fd):
    return ll_result(ll.platform_close(fd))


def ll_file_seek(fd, offset, whence):
    return ll_result(ll.platform_seek(fd, offset, whence))


def ll_file_truncate(fd, size):
    return ll_result(ll.platform_truncate(fd, size))


def ll_file_read(fd, n):
    """At most n bytes, as one call of the platform gives them; none at the end, and where
    it fails: see ll_file_failure."""
    global failure
    failure = 0
    b = ll_new_bytes(n)
    done = ll.platform_read(fd, ll.item_addr(b, 0), n)
    if done < 0:
        failure = -ll_result(done)
        done = 0
    return b if done == n else ll_bytes_sub(b, 0, done)


def ll_file_failure():
    return failure


def ll_file_write(fd, out):
    """Writes what the bytearray holds, which is then empty; 0, or -errno."""
    b = out.items
    n = out.length
    at = 0
    while at < n:
        done = ll.platform_write(fd, ll.item_addr(b, at), n - at)
        if done < 0:
            # What could not be written is not tried again at the end.
            out.length = 0
            return ll_result(done)
        at += done
    out.length = 0
    return 0


def ll_file_put_text(out, s):
    """Appends the str's UTF-8 to the bytearray."""
    ll_bytearray_extend(out, s, len(s))


def ll_file_register(fd, out):
    """The bytearray's bytes will be written to the descriptor when the program ends."""
    global pending, descriptors
    if ll.is_null(pending):
        pending = ll.new_tail(ll.ObjectArray, 4)
        descriptors = ll.new_tail(ll.IntArray, 4)
    n = len(pending)
    i = 0
    while i < n and not ll.is_null(pending[i]):
        i += 1
    if i == n:
        more = ll.new_tail(ll.ObjectArray, 2 * n)
        ll.copy_items(pending, 0, more, 0, n)
        pending = more
        numbers = ll.new_tail(ll.IntArray, 2 * n)
        ll.copy_items(descriptors, 0, numbers, 0, n)
        descriptors = numbers
    pending[i] = ll.cast(ll.Object, out)
    descriptors[i] = fd


def ll_file_forget(fd):
    """The file is closed."""
    if ll.is_null(pending):
        return
    for i in range(0, len(pending)):
        if descriptors[i] == fd and not ll.is_null(pending[i]):
            pending[i] = ll.null(ll.Object)
            return


def ll_files_end():
    """What the program has not written of its files, at its end."""
    if ll.is_null(pending):
        return
    for i in range(0, len(pending)):
        if not ll.is_null(pending[i]):
            ll_file_write(descriptors[i], ll.cast(ll.ByteArray, pending[i]))


def ll_good_bytes(b, n, encoding, at_end):
    """How many of the first n bytes are whole code points; raises where some are wrong.
    Others than UTF-8's have no parts."""
    codec = ll_codec(encoding)
    i = 0
    if codec == 2:
        return n
    while i < n:
        if b[i] < 128:
            i += 1
        else:
            if codec == 0:
                width, fault = ll_utf8_fault(b, i, n)
            else:
                width, fault = ll_ascii_fault(b, i, n)
            if fault == 3 and not at_end:
                return i
            if fault > 0:
                ll_cannot_decode(b, i, width, "utf-8" if codec == 0 else "ascii", fault)
            i += width
    return n


def ll_text_of_bytes(b, start, end, encoding, errors):
    """The str of these bytes."""
    i = start
    while i < end and b[i] < 128:
        i += 1
    if i < end:
        part = ll_bytes_sub(b, start, end)
        return ll_bytes_decode(part, end - start, encoding, errors)
    s = ll_new_str(end - start, end - start)
    ll.copy_items(b, start, s, 0, end - start)
    return s


def ll_byte_at(b, start, c):
    """Where the byte is found first, or -1."""
    for i in range(start, len(b)):
        if b[i] == c:
            return i
    return -1


def ll_line_end(b, start, at_end):
    """Behind the first end of a line, of any of the three kinds, or -1. A "\\r" that is the
    last byte may be half of one."""
    for i in range(start, len(b)):
        if b[i] == 10:
            return i + 1
        if b[i] == 13:
            if i + 1 == len(b):
                return i + 1 if at_end else -1
            return i + 2 if b[i + 1] == 10 else i + 1
    return -1


def ll_plain_newlines(b, at_end):
    """The bytes with "\\n" at the end of each line; a "\\r" that is the last byte waits for
    what comes."""
    n = len(b)
    if n > 0 and b[n - 1] == 13 and not at_end:
        n -= 1
    size = 0
    for i in range(0, n):
        if not (b[i] == 13 and i + 1 < len(b) and b[i + 1] == 10):
            size += 1
    plain = ll_new_bytes(size)
    to = 0
    for i in range(0, n):
        if b[i] != 13:
            plain[to] = b[i]
            to += 1
        elif not (i + 1 < len(b) and b[i + 1] == 10):
            plain[to] = 10
            to += 1
    return plain


def ll_place_before(b, at):
    """Where in the bytes that lies which ll_plain_newlines has put at that place."""
    i = 0
    for k in range(0, at):
        if b[i] == 13 and i + 1 < len(b) and b[i + 1] == 10:
            i += 1
        i += 1
    return i


def ll_characters_end(b, start, n):
    """Behind the first n code points of UTF-8 from there on, or the end of the bytes."""
    i = start
    while i < len(b) and n > 0:
        i += 1
        while i < len(b) and b[i] & 192 == 128:
            i += 1
        n -= 1
    return i


def ll_file_stat(path):
    """0, or -errno; what it is, the next functions tell."""
    b = ll_stat_buffer()
    p, directory, n = ll_path_below(path)
    if directory < 0:
        return -2
    return ll_result(ll.platform_stat(directory, ll.item_addr(p, 0), n, ll.item_addr(b, 0)))


def ll_stat_buffer():
    return ll.zeros(ll.Buffer, 256)


def ll_stat_word(at, n):
    """The n bytes there of what the platform told."""
    b = ll_stat_buffer()
    word = 0
    for i in range(0, n):
        word |= b[at + i] << 8 * i
    return word


def ll_stat_mode():
    """st_mode. WASI knows no permissions: as if the owner may do all."""
    if not ll.platform_is_wasi():
        return ll_stat_word(28, 2)
    kind = ll_stat_word(16, 1)
    if kind == 3:
        return 16384 | 493
    if kind == 4:
        return 32768 | 420
    return 40960 | 511 if kind == 7 else 8192 | 438


def ll_stat_size():
    return ll_stat_word(32 if ll.platform_is_wasi() else 40, 8)


def ll_stat_time(k):
    """Nanoseconds since 1970: of the last access (0), change of the content (1), of anything (2)."""
    if ll.platform_is_wasi():
        return ll_stat_word(40 + 8 * k, 8)
    at = 64 if k == 0 else 112 if k == 1 else 96
    return ll_stat_word(at, 8) * 1000000000 + ll_stat_word(at + 8, 4)


def ll_file_unlink(path):
    """Removes a file: 0, or -errno."""
    p, directory, n = ll_path_below(path)
    if directory < 0:
        return -2
    return ll_result(ll.platform_unlink(directory, ll.item_addr(p, 0), n))


def ll_directory_make(path):
    p, directory, n = ll_path_below(path)
    if directory < 0:
        return -2
    return ll_result(ll.platform_make_directory(directory, ll.item_addr(p, 0), n))


def ll_directory_remove(path):
    p, directory, n = ll_path_below(path)
    if directory < 0:
        return -2
    return ll_result(ll.platform_remove_directory(directory, ll.item_addr(p, 0), n))


def ll_file_rename(path, other):
    p, directory, n = ll_path_below(path)
    q, target, m = ll_path_below(other)
    if directory < 0 or target < 0:
        return -2
    return ll_result(ll.platform_rename(directory, ll.item_addr(p, 0), n, target, ll.item_addr(q, 0), m))


# Entries of a directory, as the platform gives them:
#
#     WASI     u64 cookie   u64 number   u32 length   u8 kind, 3 more   name
#     Linux    u64 number   u64 cookie   u16 size     u8 kind           name, a zero


def ll_directory_read(fd, cookie):
    """The next entries; see ll_file_failure."""
    global failure
    failure = 0
    b = ll_new_bytes(8192)
    done = ll.platform_read_directory(fd, ll.item_addr(b, 0), 8192, cookie)
    if done < 0:
        failure = -ll_result(done)
        done = 0
    return ll_bytes_sub(b, 0, done)


def ll_entry_size(b, at):
    """How many bytes the entry there has, or 0: it is cut off."""
    if not ll.platform_is_wasi():
        return b[at + 16] | b[at + 17] << 8
    if at + 24 > len(b):
        return 0
    size = 24 + (b[at + 16] | b[at + 17] << 8)
    return size if at + size <= len(b) else 0


def ll_entry_cookie(b, at):
    """Where the next begins."""
    word = 0
    for i in range(0, 8):
        word |= b[at + i] << 8 * i
    return word


def ll_entry_name(b, at, size):
    first = at + 24
    end = at + size
    if not ll.platform_is_wasi():
        first = at + 19
        end = first
        while b[end] != 0:
            end += 1
    return ll_text_of_bytes(b, first, end, "utf-8", "replace")
