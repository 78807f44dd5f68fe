"""Files, and what is used as files: the classes of what the builtin `open` gives.

`open` with a literal mode becomes a call of open_text, open_reader, open_writer or open_random:
the class of the file depends on it. The top level of this module does nothing: `open` is there
without an import.

A file reads chunks of bytes:

    [ taken | _at: to take | _rest: the beginning of a code point ]
      `-------- _chunk --------'

and writes into the bytearray `_out`, which is written when it is full, and when the program ends.
"""

from rlib.errno import ll_error_text
from rlib.files import (
    ll_byte_at,
    ll_characters_end,
    ll_file_close,
    ll_file_failure,
    ll_file_forget,
    ll_file_open,
    ll_file_put_text,
    ll_file_read,
    ll_file_register,
    ll_file_seek,
    ll_file_stat,
    ll_file_truncate,
    ll_file_write,
    ll_good_bytes,
    ll_line_end,
    ll_place_before,
    ll_plain_newlines,
    ll_stat_mode,
    ll_text_of_bytes,
)

__all__ = [
    "BufferedRandom",
    "BufferedReader",
    "BufferedWriter",
    "BytesIO",
    "DEFAULT_BUFFER_SIZE",
    "SEEK_CUR",
    "SEEK_END",
    "SEEK_SET",
    "StringIO",
    "TextIOWrapper",
    "UnsupportedOperation",
]

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class UnsupportedOperation(OSError, ValueError):
    pass


def open_text(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True):
    check_mode(mode)
    if newline is not None and newline not in ("", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline}")
    if buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    fd = descriptor(file, mode)
    return TextIOWrapper(fd, file, mode, encoding, errors, newline, buffering == 1, closefd)


def open_reader(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True):
    check_binary(mode, encoding, errors, newline)
    return BufferedReader(descriptor(file, mode), file, mode, buffering, closefd)


def open_writer(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True):
    check_binary(mode, encoding, errors, newline)
    return BufferedWriter(descriptor(file, mode), file, mode, buffering, closefd)


def open_random(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True):
    check_binary(mode, encoding, errors, newline)
    return BufferedRandom(descriptor(file, mode), file, mode, buffering, closefd)


def stdin_buffer():
    return BufferedReader(0, "<stdin>", "rb", -1, False)


def stdout_buffer():
    return BufferedWriter(1, "<stdout>", "wb", 0, False)


def stderr_buffer():
    return BufferedWriter(2, "<stderr>", "wb", 0, False)


def check_mode(mode):
    for i in range(len(mode)):
        if mode[i] not in "axrwb+t" or mode[i] in mode[:i]:
            raise ValueError(f"invalid mode: {mode!r}")
    if "t" in mode and "b" in mode:
        raise ValueError("can't have text and binary mode at once")
    purposes = 0
    for c in mode:
        purposes += c in "axrw"
    if purposes == 0:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if purposes != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")


def check_binary(mode, encoding, errors, newline):
    check_mode(mode)
    if encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")


def descriptor(file, mode):
    """Opens the file; a number is a descriptor that is open."""
    if isinstance(file, int):
        return file + 0
    if not isinstance(file, str):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
    if "\0" in file:
        raise ValueError("embedded null byte")
    how = 0
    if "r" in mode or "+" in mode:
        how |= 1
    if "r" not in mode or "+" in mode:
        how |= 2
    if "r" not in mode:
        how |= 4
    if "x" in mode:
        how |= 8
    if "w" in mode:
        how |= 16
    if "a" in mode:
        how |= 32
    if ll_file_stat(file) == 0 and ll_stat_mode() >> 12 == 4:
        fail(17 if "x" in mode else 21, file)
    fd = ll_file_open(file, how)
    if fd < 0:
        fail(-fd, file)
    if "a" in mode:
        ll_file_seek(fd, 0, 2)
    return fd


def fail(number, path):
    raise OSError(number, ll_error_text(number), path)


def fail_at(number):
    raise OSError(number, ll_error_text(number))


class _Raw:
    """What text and binary files have in common."""

    def _begin(self, fd, name, mode, closefd):
        self._fd = fd
        self.name = name
        self.mode = mode
        self.closed = False
        self._closes = closefd
        self._reads = "r" in mode or "+" in mode
        self._writes = "r" not in mode or "+" in mode
        self._chunk = b""
        self._at = 0
        self._out = bytearray()
        if self._writes:
            ll_file_register(fd, self._out)

    def _push(self):
        """Writes what is to be written."""
        if len(self._out) > 0:
            error = ll_file_write(self._fd, self._out)
            if error < 0:
                fail_at(-error)

    def _bytes(self, n):
        data = ll_file_read(self._fd, n)
        if ll_file_failure() > 0:
            fail_at(ll_file_failure())
        return data

    def _seek(self, offset, whence):
        place = ll_file_seek(self._fd, offset, whence)
        if place < 0:
            fail_at(-place)
        return place

    def close(self):
        if self.closed:
            return
        self.closed = True
        error = ll_file_write(self._fd, self._out) if len(self._out) > 0 else 0
        if self._writes:
            ll_file_forget(self._fd)
        if self._closes:
            ll_file_close(self._fd)
        if error < 0:
            fail_at(-error)

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()

    def _check_raw(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def isatty(self):
        self._check_raw()
        return False

    def fileno(self):
        self._check_raw()
        return self._fd

    def readable(self):
        self._check_raw()
        return self._reads

    def writable(self):
        self._check_raw()
        return self._writes

    def seekable(self):
        self._check_raw()
        return ll_file_seek(self._fd, 0, 1) >= 0


class TextIOWrapper(_Raw):
    def __init__(self, fd, name, mode, encoding, errors, newline, line_buffering, closefd):
        self._begin(fd, name, mode, closefd)
        self.encoding = "utf-8" if encoding is None else encoding
        self.errors = "strict" if errors is None else errors
        self.line_buffering = line_buffering
        # Raises for an encoding that is not there.
        "".encode(self.encoding)
        self._plain = self.encoding.lower() in ("utf-8", "utf8")
        self._newline = newline
        self._rest = b""
        # The bytes that _chunk was made of, where ends of lines were translated.
        self._raw = b""
        self._translated = False
        self._ended = False
        self._telling = True

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _check_reads(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not self._reads:
            raise UnsupportedOperation("not readable")
        if self._writes:
            self._push()

    def __enter__(self):
        self._check()
        return self

    def _more(self, n):
        """Reads on: at least a chunk, and n bytes; is there any more?"""
        left = self._chunk[self._at :]
        left_raw = self._raw[ll_place_before(self._raw, self._at) :] if self._translated else left
        data = self._bytes(max(8192, n))
        self._ended = len(data) == 0
        found = not self._ended
        if len(self._rest) > 0:
            data = self._rest + data
            self._rest = b""
        good = len(data)
        if self.errors == "strict":
            good = ll_good_bytes(data, len(data), self.encoding, self._ended)
        elif not self._ended and self._plain:
            good = whole(data)
        if self._newline is None and not self._ended and good > 0 and data[good - 1] == 13:
            good -= 1
        if good < len(data):
            self._rest = data[good:]
            data = data[:good]
        chunk = data
        if self._newline is None and ll_byte_at(data, 0, 13) >= 0:
            chunk = ll_plain_newlines(data, True)
            self._raw = left_raw + data
            self._translated = True
        elif self._translated:
            self._raw = left_raw + data
            self._translated = len(left_raw) > len(left)
        found = found or len(data) > 0
        self._chunk = left + chunk if len(left) > 0 else chunk
        self._at = 0
        return found

    def _line_end(self, start):
        if self._newline is None or self._newline == "\n":
            return ll_byte_at(self._chunk, start, 10) + 1 or -1
        if self._newline == "":
            return ll_line_end(self._chunk, start, self._ended)
        if self._newline == "\r":
            return ll_byte_at(self._chunk, start, 13) + 1 or -1
        at = self._chunk.find(b"\r\n", start)
        return at + 2 if at >= 0 else -1

    def _take(self, end):
        """The text up to there."""
        text = ll_text_of_bytes(self._chunk, self._at, end, self.encoding, self.errors)
        self._at = end
        return text

    def _line(self):
        start = self._at
        while True:
            end = self._line_end(start)
            if end >= 0:
                return self._take(end)
            size = len(self._chunk) - self._at
            if not self._more(size):
                return self._take(len(self._chunk))
            # Of two characters one may have been there.
            start = max(0, size - 1)

    def readline(self, size=-1, /):
        self._check_reads()
        if size < 0:
            return self._line()
        start = self._at
        # A code point has at most four bytes.
        while len(self._chunk) - self._at < 4 * size and self._line_end(self._at) < 0:
            if not self._more(0):
                break
        start = self._at
        line = self._line()
        if len(line) <= size:
            return line
        self._at = self._characters_end(start, size)
        return line[:size]

    def _characters_end(self, start, n):
        if self.encoding.lower() in ("utf-8", "utf8"):
            return ll_characters_end(self._chunk, start, n)
        return min(start + n, len(self._chunk))

    def read(self, size=-1, /):
        self._check_reads()
        if size is None or size < 0:
            while self._more(len(self._chunk) - self._at):
                pass
            return self._take(len(self._chunk))
        pieces = []
        left = size
        while left > 0 and (self._at < len(self._chunk) or self._more(0)):
            # Fewer than asked for where some are ignored.
            text = self._take(self._characters_end(self._at, left))
            pieces.append(text)
            left -= len(text)
        return "".join(pieces)

    def readlines(self, hint=-1, /):
        self._check_reads()
        lines = []
        length = 0
        while True:
            line = self._line()
            if line == "":
                return lines
            lines.append(line)
            length += len(line)
            if hint is not None and 0 < hint < length:
                return lines

    def __iter__(self):
        self._check()
        while True:
            self._check_reads()
            self._telling = False
            line = self._line()
            if line == "":
                self._telling = True
                return
            yield line

    def __next__(self):
        self._check_reads()
        self._telling = False
        line = self._line()
        if line == "":
            self._telling = True
            raise StopIteration
        return line

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._check()
        if not self._writes:
            raise UnsupportedOperation("not writable")
        # As in CPython, which does not go back to before what was read ahead.
        if self._reads:
            self._drop()
        data = text
        if self._newline is not None and len(self._newline) > 0 and self._newline != "\n":
            data = text.replace("\n", self._newline)
        if self._plain:
            ll_file_put_text(self._out, data)
        else:
            self._out += data.encode(self.encoding, self.errors)
        if len(self._out) >= 8192 or self.line_buffering and ("\n" in text or "\r" in text):
            self._push()
        return len(text)

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)

    def _drop(self):
        self._chunk = b""
        self._raw = b""
        self._translated = False
        self._rest = b""
        self._at = 0
        self._ended = False

    def _place(self):
        if self._translated:
            left = len(self._raw) - ll_place_before(self._raw, self._at)
        else:
            left = len(self._chunk) - self._at
        return self._seek(0, 1) - left - len(self._rest)

    def tell(self):
        self._check()
        self._push()
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        return self._place()

    def seek(self, offset, whence=0, /):
        self._check()
        if whence == 1:
            if offset != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        elif whence == 2:
            if offset != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        elif offset < 0:
            raise ValueError(f"negative seek position {offset}")
        self._push()
        place = self._place() if whence == 1 else offset
        self._drop()
        self._telling = True
        return self._seek(place, 0 if whence == 1 else whence)

    def truncate(self, size=None, /):
        self._check()
        if not self._writes:
            raise UnsupportedOperation("truncate")
        self._push()
        length = self._place() if size is None else size
        error = ll_file_truncate(self._fd, length)
        if error < 0:
            fail_at(-error)
        return length

    def flush(self):
        self._check()
        self._push()
        self._telling = True


def whole(data):
    """How many of the bytes are no beginning of a code point of UTF-8 that goes on."""
    n = len(data)
    for back in range(1, min(4, n + 1)):
        c = data[n - back]
        if c >= 192:
            width = 2 if c < 224 else 3 if c < 240 else 4
            return n - back if width > back else n
        if c < 128:
            break
    return n


class _Binary(_Raw):
    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _check_reads(self, what):
        if not self._reads:
            raise UnsupportedOperation("read")
        if self.closed:
            raise ValueError(what + " of closed file")
        if self._writes:
            self._push()

    def __enter__(self):
        self._check()
        return self

    def _more(self, n):
        data = self._bytes(max(8192, n))
        if len(data) == 0:
            return False
        self._chunk = self._chunk[self._at :] + data if self._at < len(self._chunk) else data
        self._at = 0
        return True

    def _take(self, end):
        data = self._chunk[self._at : end]
        self._at = end
        return data

    def read(self, size=-1, /):
        self._check_reads("read")
        if size is None or size < 0:
            while self._more(len(self._chunk) - self._at):
                pass
            return self._take(len(self._chunk))
        while len(self._chunk) - self._at < size and self._more(size - len(self._chunk) + self._at):
            pass
        return self._take(min(self._at + size, len(self._chunk)))

    def read1(self, size=-1, /):
        self._check_reads("read")
        if self._at == len(self._chunk):
            self._more(0)
        left = len(self._chunk) - self._at
        return self._take(self._at + (left if size < 0 else min(size, left)))

    def peek(self, size=0, /):
        self._check_reads("peek")
        if self._at == len(self._chunk):
            self._more(0)
        return self._chunk[self._at :]

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _line(self):
        start = self._at
        while True:
            end = ll_byte_at(self._chunk, start, 10) + 1
            if end > 0:
                return self._take(end)
            size = len(self._chunk) - self._at
            if not self._more(size):
                return self._take(len(self._chunk))
            start = size

    def readline(self, size=-1, /):
        self._check_reads("readline")
        line = self._line()
        if size is None or size < 0 or len(line) <= size:
            return line
        self._at -= len(line) - size
        return line[:size]

    def readlines(self, hint=-1, /):
        self._check_reads("readline")
        lines = []
        length = 0
        while True:
            line = self._line()
            if len(line) == 0:
                return lines
            lines.append(line)
            length += len(line)
            if hint is not None and 0 < hint < length:
                return lines

    def __iter__(self):
        self._check()
        while True:
            self._check_reads("readline")
            line = self._line()
            if len(line) == 0:
                return
            yield line

    def __next__(self):
        self._check_reads("readline")
        line = self._line()
        if len(line) == 0:
            raise StopIteration
        return line

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if not self._writes:
            raise UnsupportedOperation("write")
        if self.closed:
            raise ValueError("write to closed file")
        if self._reads:
            self._forget()
        self._out += data
        if len(self._out) >= 8192 or self._unbuffered:
            self._push()
        return len(data)

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)

    def _forget(self):
        if self._at < len(self._chunk):
            self._seek(self._at - len(self._chunk), 1)
        self._chunk = b""
        self._at = 0

    def tell(self):
        self._check()
        self._push()
        return self._seek(0, 1) - len(self._chunk) + self._at

    def seek(self, offset, whence=0, /):
        if self.closed:
            raise ValueError("seek of closed file")
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        self._push()
        place = self._seek(offset - (len(self._chunk) - self._at if whence == 1 else 0), whence)
        self._chunk = b""
        self._at = 0
        return place

    def truncate(self, size=None, /):
        self._check()
        if not self._writes:
            raise UnsupportedOperation("truncate")
        self._push()
        self._forget()
        length = self._seek(0, 1) if size is None else size
        error = ll_file_truncate(self._fd, length)
        if error < 0:
            fail_at(-error)
        return length

    def flush(self):
        if self.closed:
            raise ValueError("flush of closed file")
        self._push()


class BufferedReader(_Binary):
    def __init__(self, fd, name, mode, buffering, closefd):
        self._begin(fd, name, mode, closefd)
        self._unbuffered = buffering == 0

    def __repr__(self):
        return f"<_io.BufferedReader name={self.name!r}>"


class BufferedWriter(_Binary):
    def __init__(self, fd, name, mode, buffering, closefd):
        self._begin(fd, name, mode, closefd)
        self._unbuffered = buffering == 0

    def __repr__(self):
        return f"<_io.BufferedWriter name={self.name!r}>"


class BufferedRandom(_Binary):
    def __init__(self, fd, name, mode, buffering, closefd):
        self._begin(fd, name, mode, closefd)
        self._unbuffered = buffering == 0

    def __repr__(self):
        return f"<_io.BufferedRandom name={self.name!r}>"


class _Memory:
    """What StringIO and BytesIO have in common. Each has its own `__iter__`: what a generator
    yields is one type for all that run it."""

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()

    def isatty(self):
        self._check()
        return False

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def flush(self):
        self._check()

    def tell(self):
        self._check()
        return self._at

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)

    def readlines(self, hint=-1, /):
        self._check()
        lines = []
        length = 0
        while True:
            line = self._line()
            if len(line) == 0:
                return lines
            lines.append(line)
            length += len(line)
            if hint is not None and 0 < hint < length:
                return lines

    def readline(self, size=-1, /):
        self._check()
        line = self._line()
        if size is None or size < 0 or len(line) <= size:
            return line
        self._at -= len(line) - size
        return line[:size]

    def __next__(self):
        self._check()
        line = self._line()
        if len(line) == 0:
            raise StopIteration
        return line


class StringIO(_Memory):
    """The text is _text and, behind it, the pieces that were written last."""

    def __init__(self, initial_value="", newline="\n"):
        if newline is not None and newline not in ("", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self.closed = False
        self._newline = newline
        self._pieces = []
        self._text = ""
        self._length = 0
        self._at = 0
        if initial_value is not None:
            self._text = self._translated(initial_value)
            self._length = len(self._text)

    def _translated(self, text):
        if self._newline is None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        if self._newline == "" or self._newline == "\n":
            return text
        return text.replace("\n", self._newline)

    def _all(self):
        if len(self._pieces) > 0:
            self._text += "".join(self._pieces)
            self._pieces.clear()
        return self._text

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def close(self):
        self.closed = True

    def getvalue(self):
        self._check()
        return self._all()

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        self._check()
        data = self._translated(text)
        if self._at == self._length:
            self._pieces.append(data)
            self._length += len(data)
        elif len(data) > 0:
            old = self._all()
            self._text = old[: self._at] + "\0" * (self._at - len(old)) + data + old[self._at + len(data) :]
            self._length = len(self._text)
        self._at += len(data)
        return len(text)

    def read(self, size=-1, /):
        self._check()
        text = self._all()
        start = min(self._at, len(text))
        end = len(text) if size is None or size < 0 else min(start + size, len(text))
        self._at = max(self._at, end)
        return text[start:end]

    def _line(self):
        text = self._all()
        if self._at >= len(text):
            return ""
        start = self._at
        if self._newline == "\r" or self._newline == "\r\n":
            found = text.find(self._newline, start)
            end = found + len(self._newline) if found >= 0 else len(text)
        else:
            end = text.find("\n", start) + 1
            if self._newline == "":
                back = text.find("\r", start) + 1
                if back > 0 and (end == 0 or back < end - 1):
                    end = back
            if end == 0:
                end = len(text)
        self._at = end
        return text[start:end]

    def __iter__(self):
        self._check()
        while True:
            self._check()
            line = self._line()
            if len(line) == 0:
                return
            yield line

    def seek(self, offset, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        if whence != 0 and offset != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence == 0:
            self._at = offset
        elif whence == 2:
            self._at = self._length
        return self._at

    def truncate(self, size=None, /):
        self._check()
        length = self._at if size is None else size
        if length < 0:
            raise ValueError(f"Negative size value {length}")
        self._text = self._all()[:length]
        self._length = len(self._text)
        return length


class BytesIO(_Memory):
    def __init__(self, initial_bytes=b""):
        self.closed = False
        self._data = bytearray(initial_bytes)
        self._at = 0

    def close(self):
        self.closed = True

    def getvalue(self):
        self._check()
        return bytes(self._data)

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._check()
        size = len(data)
        if size > 0:
            if self._at > len(self._data):
                self._data += bytes(self._at - len(self._data))
            self._data[self._at : self._at + size] = data
            self._at += size
        return size

    def read(self, size=-1, /):
        self._check()
        start = min(self._at, len(self._data))
        end = len(self._data) if size is None or size < 0 else min(start + size, len(self._data))
        self._at = max(self._at, end)
        return bytes(self._data[start:end])

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _line(self):
        if self._at >= len(self._data):
            return b""
        start = self._at
        end = self._data.find(b"\n", start) + 1
        if end == 0:
            end = len(self._data)
        self._at = end
        return bytes(self._data[start:end])

    def __iter__(self):
        self._check()
        while True:
            self._check()
            line = self._line()
            if len(line) == 0:
                return
            yield line

    def seek(self, offset, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and offset < 0:
            raise ValueError(f"negative seek value {offset}")
        start = 0 if whence == 0 else self._at if whence == 1 else len(self._data)
        self._at = max(0, start + offset)
        return self._at

    def truncate(self, size=None, /):
        self._check()
        length = self._at if size is None else size
        if length < 0:
            raise ValueError(f"negative size value {length}")
        if length < len(self._data):
            del self._data[length:]
        return length
