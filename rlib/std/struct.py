"""Numbers and bytes, packed as C packs them.

A call whose format is a literal is handed what that says (`flowspace/src/packed.rs`): the
size, the number of fields, and two lambdas that take all fields apart and put them together,
with the classes below, of which each knows an order of bytes; their methods are the letters of
a format. So each field has a type of its own. Any other format is read when the program runs:
then a field can be anything, or what `_kind` is."""

from rlib.bytes import ll_bytes_zeros
from rlib.words import (
    ll_float_word,
    ll_load1,
    ll_load2,
    ll_load4,
    ll_load8,
    ll_load_float,
    ll_narrow,
    ll_place,
    ll_signed,
    ll_store,
    ll_widen,
)
from rpython.rlib._word import low64

__all__ = ["Struct", "calcsize", "error", "iter_unpack", "pack", "pack_into", "unpack", "unpack_from"]


class error(Exception):
    pass


class _Bytewise:
    """What does not depend on the order of bytes."""

    @staticmethod
    def b(data, at):
        return ll_signed(ll_load1(data, at), 8)

    @staticmethod
    def B(data, at):
        return ll_load1(data, at)

    @staticmethod
    def t(data, at):
        return ll_load1(data, at) != 0

    @staticmethod
    def c(data, at):
        return data[at : at + 1]

    @staticmethod
    def s(data, at, n):
        return data[at : at + n]

    @staticmethod
    def p(data, at, n):
        return data[at + 1 : at + 1 + min(ll_load1(data, at), n - 1)]


class _Little(_Bytewise):
    @staticmethod
    def h(data, at):
        return ll_signed(ll_load2(data, at, False), 16)

    @staticmethod
    def H(data, at):
        return ll_load2(data, at, False)

    @staticmethod
    def i(data, at):
        return ll_signed(ll_load4(data, at, False), 32)

    @staticmethod
    def I(data, at):
        return ll_load4(data, at, False)

    @staticmethod
    def l(data, at):
        return ll_signed(ll_load4(data, at, False), 32)

    @staticmethod
    def L(data, at):
        return ll_load4(data, at, False)

    @staticmethod
    def q(data, at):
        return ll_load8(data, at, False)

    @staticmethod
    def Q(data, at):
        return _unsigned(ll_load8(data, at, False))

    @staticmethod
    def e(data, at):
        return ll_widen(ll_load2(data, at, False), 5, 10)

    @staticmethod
    def f(data, at):
        return ll_widen(ll_load4(data, at, False), 8, 23)

    @staticmethod
    def d(data, at):
        return ll_load_float(data, at, False)


class _Native(_Little):
    """A machine whose long has 8 bytes."""

    @staticmethod
    def l(data, at):
        return ll_load8(data, at, False)

    @staticmethod
    def L(data, at):
        return _unsigned(ll_load8(data, at, False))

    @staticmethod
    def n(data, at):
        return ll_load8(data, at, False)

    @staticmethod
    def N(data, at):
        return _unsigned(ll_load8(data, at, False))

    @staticmethod
    def P(data, at):
        return _unsigned(ll_load8(data, at, False))


class _Big(_Bytewise):
    @staticmethod
    def h(data, at):
        return ll_signed(ll_load2(data, at, True), 16)

    @staticmethod
    def H(data, at):
        return ll_load2(data, at, True)

    @staticmethod
    def i(data, at):
        return ll_signed(ll_load4(data, at, True), 32)

    @staticmethod
    def I(data, at):
        return ll_load4(data, at, True)

    @staticmethod
    def l(data, at):
        return ll_signed(ll_load4(data, at, True), 32)

    @staticmethod
    def L(data, at):
        return ll_load4(data, at, True)

    @staticmethod
    def q(data, at):
        return ll_load8(data, at, True)

    @staticmethod
    def Q(data, at):
        return _unsigned(ll_load8(data, at, True))

    @staticmethod
    def e(data, at):
        return ll_widen(ll_load2(data, at, True), 5, 10)

    @staticmethod
    def f(data, at):
        return ll_widen(ll_load4(data, at, True), 8, 23)

    @staticmethod
    def d(data, at):
        return ll_load_float(data, at, True)


def _unsigned(n):
    if n < 0:
        raise OverflowError("unpack gives an int that leaves 64 bits")
    return n


class _PutBytewise:
    """`data` is new: nobody else has seen it."""

    @staticmethod
    def b(data, at, v):
        n = _long(v)
        if not -128 <= n <= 127:
            raise error("byte format requires -128 <= number <= 127")
        ll_store(data, at, 1, n, False)

    @staticmethod
    def B(data, at, v):
        n = _long(v)
        if not 0 <= n <= 255:
            raise error("ubyte format requires 0 <= number <= 255")
        ll_store(data, at, 1, n, False)

    @staticmethod
    def t(data, at, v):
        ll_store(data, at, 1, 1 if v else 0, False)

    @staticmethod
    def c(data, at, v):
        if not isinstance(v, bytes) or len(v) != 1:
            raise error("char format requires a bytes object of length 1")
        ll_place(data, at, v, 0, 1)

    @staticmethod
    def s(data, at, v, n):
        if isinstance(v, bytearray):
            v = bytes(v)
        if not isinstance(v, bytes):
            raise error("argument for 's' must be a bytes object")
        ll_place(data, at, v, 0, min(n, len(v)))

    @staticmethod
    def p(data, at, v, n):
        if isinstance(v, bytearray):
            v = bytes(v)
        if not isinstance(v, bytes):
            raise error("argument for 'p' must be a bytes object")
        if n > 0:
            size = min(n - 1, len(v))
            ll_store(data, at, 1, min(size, 255), False)
            ll_place(data, at + 1, v, 0, size)


class _PutLittle(_PutBytewise):
    @staticmethod
    def h(data, at, v):
        n = _long(v)
        if not -32768 <= n <= 32767:
            raise error("short format requires -32768 <= number <= 32767")
        ll_store(data, at, 2, n, False)

    @staticmethod
    def H(data, at, v):
        n = _long(v)
        if not 0 <= n <= 65535:
            raise error("ushort format requires 0 <= number <= 65535")
        ll_store(data, at, 2, n, False)

    @staticmethod
    def i(data, at, v):
        ll_store(data, at, 4, _signed4(v, "i"), False)

    @staticmethod
    def I(data, at, v):
        ll_store(data, at, 4, _unsigned4(v, "I"), False)

    @staticmethod
    def l(data, at, v):
        ll_store(data, at, 4, _signed4(v, "l"), False)

    @staticmethod
    def L(data, at, v):
        ll_store(data, at, 4, _unsigned4(v, "L"), False)

    @staticmethod
    def q(data, at, v):
        ll_store(data, at, 8, _long(v), False)

    @staticmethod
    def Q(data, at, v):
        ll_store(data, at, 8, _unsigned_long(v), False)

    @staticmethod
    def e(data, at, v):
        ll_store(data, at, 2, _half(v), False)

    @staticmethod
    def f(data, at, v):
        ll_store(data, at, 4, _single(v), False)

    @staticmethod
    def d(data, at, v):
        ll_store(data, at, 8, ll_float_word(_float(v)), False)


class _PutNative(_PutLittle):
    @staticmethod
    def l(data, at, v):
        ll_store(data, at, 8, _long(v), False)

    @staticmethod
    def L(data, at, v):
        ll_store(data, at, 8, _unsigned_long(v), False)

    @staticmethod
    def n(data, at, v):
        ll_store(data, at, 8, _long(v), False)

    @staticmethod
    def N(data, at, v):
        ll_store(data, at, 8, _unsigned_long(v), False)

    @staticmethod
    def P(data, at, v):
        v = _int(v)
        if v < 0:
            if v < -9223372036854775807 - 1:
                raise error("int too large to convert")
        elif v >> 64 > 0:
            raise error("int too large to convert")
        ll_store(data, at, 8, low64(v), False)

    @staticmethod
    def f(data, at, v):
        # C's conversion: what is too large becomes infinite.
        bits, _ = ll_narrow(_float(v), 8, 23)
        ll_store(data, at, 4, bits, False)


class _PutBig(_PutBytewise):
    @staticmethod
    def h(data, at, v):
        n = _long(v)
        if not -32768 <= n <= 32767:
            raise error("'h' format requires -32768 <= number <= 32767")
        ll_store(data, at, 2, n, True)

    @staticmethod
    def H(data, at, v):
        v = _in_unsigned_long(v)
        if v > 65535:
            raise error("'H' format requires 0 <= number <= 65535")
        ll_store(data, at, 2, low64(v), True)

    @staticmethod
    def i(data, at, v):
        ll_store(data, at, 4, _signed4(v, "i"), True)

    @staticmethod
    def I(data, at, v):
        ll_store(data, at, 4, _unsigned4(v, "I"), True)

    @staticmethod
    def l(data, at, v):
        ll_store(data, at, 4, _signed4(v, "l"), True)

    @staticmethod
    def L(data, at, v):
        ll_store(data, at, 4, _unsigned4(v, "L"), True)

    @staticmethod
    def q(data, at, v):
        v = _int(v)
        if not -9223372036854775807 - 1 <= v <= 9223372036854775807:
            raise error("int too large to convert")
        ll_store(data, at, 8, low64(v), True)

    @staticmethod
    def Q(data, at, v):
        v = _int(v)
        if v < 0 or v >> 64 > 0:
            raise error("int too large to convert")
        ll_store(data, at, 8, low64(v), True)

    @staticmethod
    def e(data, at, v):
        ll_store(data, at, 2, _half(v), True)

    @staticmethod
    def f(data, at, v):
        ll_store(data, at, 4, _single(v), True)

    @staticmethod
    def d(data, at, v):
        ll_store(data, at, 8, ll_float_word(_float(v)), True)


def _int(v):
    if isinstance(v, int):
        # No bool.
        return v + 0
    if hasattr(v, "__index__"):
        return v.__index__()
    raise error("required argument is not an integer")


def _long(v):
    v = _int(v)
    if not -9223372036854775807 - 1 <= v <= 9223372036854775807:
        raise error("argument out of range")
    return low64(v)


def _in_unsigned_long(v):
    v = _int(v)
    if v < 0 or v >> 64 > 0:
        raise error("argument out of range")
    return v


def _unsigned_long(v):
    return low64(_in_unsigned_long(v))


def _signed4(v, letter):
    n = _long(v)
    if not -2147483648 <= n <= 2147483647:
        raise error(f"'{letter}' format requires -2147483648 <= number <= 2147483647")
    return n


def _unsigned4(v, letter):
    v = _in_unsigned_long(v)
    if v > 4294967295:
        raise error(f"'{letter}' format requires 0 <= number <= 4294967295")
    return low64(v)


def _float(v):
    if isinstance(v, float):
        return v
    if isinstance(v, int):
        try:
            return float(v)
        except OverflowError:
            raise error("required argument is not a float") from None
    if hasattr(v, "__float__"):
        return v.__float__()
    raise error("required argument is not a float")


def _single(v):
    bits, fits = ll_narrow(_float(v), 8, 23)
    if not fits:
        raise OverflowError("float too large to pack with f format")
    return bits


def _half(v):
    bits, fits = ll_narrow(_float(v), 5, 10)
    if not fits:
        raise OverflowError("float too large to pack with e format")
    return bits


_NATIVE = {"x": 1, "b": 1, "B": 1, "?": 1, "c": 1, "s": 1, "p": 1, "h": 2, "H": 2, "e": 2, "i": 4, "I": 4, "f": 4}
_STANDARD = _NATIVE | {"l": 4, "L": 4, "q": 8, "Q": 8, "d": 8}
_NATIVE |= {"l": 8, "L": 8, "q": 8, "Q": 8, "d": 8, "n": 8, "N": 8, "P": 8}


class _Layout:
    """What a format says: its size, and letter, place and length of each field."""

    def __init__(self, format):
        self.fields = []
        self.order = "@"
        size = 0
        i = 0
        if format[:1] != "" and format[0] in "@=<>!":
            self.order = format[0]
            i = 1
        self.is_big = self.order == ">" or self.order == "!"
        sizes = _NATIVE if self.order == "@" else _STANDARD
        while i < len(format):
            c = format[i]
            i += 1
            if c.isspace():
                continue
            n = 1
            if "0" <= c <= "9":
                n = 0
                while "0" <= c <= "9":
                    n = n * 10 + ord(c) - 48
                    if n > 100000000000000000:
                        raise error("total struct size too long")
                    if i == len(format):
                        raise error("repeat count given without format specifier")
                    c = format[i]
                    i += 1
            if c not in sizes:
                raise error("bad char in struct format")
            each = sizes[c]
            if self.order == "@":
                size = -(-size // each) * each
            if n > (9223372036854775807 - size) // each:
                raise error("total struct size too long")
            if c == "s" or c == "p":
                self.fields.append((c, size, n))
                size += n
            else:
                if c != "x":
                    for k in range(n):
                        self.fields.append((c, size + k * each, 1))
                size += n * each
        self.size = size

    def fill(self, values):
        data = ll_bytes_zeros(self.size)
        k = 0
        for c, at, n in self.fields:
            v = values[k]
            k += 1
            if c == "s":
                _PutBytewise.s(data, at, v, n)
            elif c == "p":
                _PutBytewise.p(data, at, v, n)
            elif self.order == "@":
                _put_native(c, data, at, v)
            elif self.is_big:
                _put(_PutBig, c, data, at, v)
            else:
                _put(_PutLittle, c, data, at, v)
        return data

    def take(self, data, at, kind):
        """All fields: of anything, where the kind is None."""
        if isinstance(kind, int):
            return tuple([self._int(c, data, at + place) for c, place, n in self.fields])
        if isinstance(kind, float):
            return tuple([self._float(c, data, at + place) for c, place, n in self.fields])
        if isinstance(kind, bytes):
            return tuple([self._bytes(c, data, at + place, n) for c, place, n in self.fields])
        return tuple([self._any(c, data, at + place, n) for c, place, n in self.fields])

    def _int(self, c, data, at):
        if self.order == "@":
            if c == "l" or c == "n":
                return _Native.l(data, at)
            if c == "L" or c == "N" or c == "P":
                return _Native.L(data, at)
        return _take(_Big, c, data, at) if self.is_big else _take(_Little, c, data, at)

    def _float(self, c, data, at):
        return _take_float(_Big, c, data, at) if self.is_big else _take_float(_Little, c, data, at)

    def _bytes(self, c, data, at, n):
        if c == "c":
            return _Bytewise.c(data, at)
        if c == "s":
            return _Bytewise.s(data, at, n)
        if c == "p":
            return _Bytewise.p(data, at, n)
        raise NotImplementedError("this format is not what it seems: write it as one literal")

    def _any(self, c, data, at, n):
        if c in "csp":
            return self._bytes(c, data, at, n)
        if c == "?":
            return _Bytewise.t(data, at)
        if c in "efd":
            return self._float(c, data, at)
        return self._int(c, data, at)


def _take(order, c, data, at):
    if c == "b":
        return order.b(data, at)
    if c == "B":
        return order.B(data, at)
    if c == "h":
        return order.h(data, at)
    if c == "H":
        return order.H(data, at)
    if c == "i":
        return order.i(data, at)
    if c == "I":
        return order.I(data, at)
    if c == "l":
        return order.l(data, at)
    if c == "L":
        return order.L(data, at)
    if c == "q":
        return order.q(data, at)
    if c == "Q":
        return order.Q(data, at)
    raise NotImplementedError("this format is not what it seems: write it as one literal")


def _take_float(order, c, data, at):
    if c == "e":
        return order.e(data, at)
    if c == "f":
        return order.f(data, at)
    if c == "d":
        return order.d(data, at)
    raise NotImplementedError("this format is not what it seems: write it as one literal")


def _put_native(c, data, at, v):
    if c == "l" or c == "n":
        _PutNative.l(data, at, v)
    elif c == "L" or c == "N":
        _PutNative.L(data, at, v)
    elif c == "P":
        _PutNative.P(data, at, v)
    elif c == "f":
        _PutNative.f(data, at, v)
    else:
        _put(_PutLittle, c, data, at, v)


def _put(order, c, data, at, v):
    if c == "b":
        order.b(data, at, v)
    elif c == "B":
        order.B(data, at, v)
    elif c == "?":
        order.t(data, at, v)
    elif c == "c":
        order.c(data, at, v)
    elif c == "h":
        order.h(data, at, v)
    elif c == "H":
        order.H(data, at, v)
    elif c == "i":
        order.i(data, at, v)
    elif c == "I":
        order.I(data, at, v)
    elif c == "l":
        order.l(data, at, v)
    elif c == "L":
        order.L(data, at, v)
    elif c == "q":
        order.q(data, at, v)
    elif c == "Q":
        order.Q(data, at, v)
    elif c == "e":
        order.e(data, at, v)
    elif c == "f":
        order.f(data, at, v)
    else:
        order.d(data, at, v)


_layouts: dict[str, _Layout] = {}


def _layout(format):
    text = _text(format)
    if text not in _layouts:
        _layouts[text] = _Layout(text)
    return _layouts[text]


def _text(format):
    if isinstance(format, bytes):
        return format.decode("latin-1")
    if isinstance(format, str):
        return format
    raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")


def _readable(buffer, start, size):
    """The bytes that hold those of a buffer from `start` on, and where they are in it."""
    if isinstance(buffer, bytes):
        return buffer, start
    if isinstance(buffer, bytearray):
        return bytes(buffer[start : start + size]), 0
    raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")


def _place(buffer, offset, size, what):
    """Where the offset is in the buffer, which must have room behind it."""
    length = len(buffer)
    if offset < 0:
        if offset + size > 0:
            if what == "pack":
                raise error(f"no space to pack {size} bytes at offset {offset}")
            raise error(f"not enough data to unpack {size} bytes at offset {offset}")
        if offset + length < 0:
            raise error(f"offset {offset} out of range for {length}-byte buffer")
        offset += length
    if length - offset < size:
        raise error(
            f"{what}_{'into' if what == 'pack' else 'from'} requires a buffer of at least {offset + size} bytes for "
            f"{what}ing {size} bytes at offset {offset} (actual buffer size is {length})"
        )
    return offset


def _unpack(size, fields, layout, kind, buffer):
    data, at = _readable(buffer, 0, len(buffer))
    if len(buffer) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    if fields is None:
        return layout.take(data, at, kind)
    return fields(_Native, _Little, _Big, data, at)


def _unpack_from(size, fields, layout, kind, buffer, offset):
    data, at = _readable(buffer, _place(buffer, offset, size, "unpack"), size)
    if isinstance(buffer, bytes):
        at = _place(buffer, offset, size, "unpack")
    if fields is None:
        return layout.take(data, at, kind)
    return fields(_Native, _Little, _Big, data, at)


def _iter_unpack(size, fields, layout, kind, buffer):
    if size == 0:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(buffer) % size != 0:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return _each(size, fields, layout, kind, buffer)


def _each(size, fields, layout, kind, buffer):
    for start in range(0, len(buffer), size):
        data, at = _readable(buffer, start, size)
        if fields is None:
            yield layout.take(data, at, kind)
        else:
            yield fields(_Native, _Little, _Big, data, at)


def _pack(what, size, count, fill, layout, values):
    if len(values) != count:
        raise error(f"{what} expected {count} items for packing (got {len(values)})")
    if fill is None:
        return layout.fill(values)
    data = ll_bytes_zeros(size)
    fill(_PutNative, _PutLittle, _PutBig, data, values)
    return data


def _pack_into(size, count, fill, layout, buffer, offset, values):
    if isinstance(buffer, bytes):
        raise TypeError("argument must be read-write bytes-like object, not bytes")
    if len(values) != count:
        raise error(f"pack_into expected {count} items for packing (got {len(values)})")
    offset = _place(buffer, offset, size, "pack")
    buffer[offset : offset + size] = _pack("pack_into", size, count, fill, layout, values)


def calcsize(format, /):
    return _layout(format).size


def unpack(format, buffer, /, *, _size=0, _count=0, _fields=None, _kind=None):
    if _fields is None:
        layout = _layout(format)
        return _unpack(layout.size, None, layout, _kind, buffer)
    return _unpack(_size, _fields, None, None, buffer)


def unpack_from(format, /, buffer, offset=0, *, _size=0, _count=0, _fields=None, _kind=None):
    if _fields is None:
        layout = _layout(format)
        return _unpack_from(layout.size, None, layout, _kind, buffer, offset)
    return _unpack_from(_size, _fields, None, None, buffer, offset)


def iter_unpack(format, buffer, /, *, _size=0, _count=0, _fields=None, _kind=None):
    if _fields is None:
        layout = _layout(format)
        return _iter_unpack(layout.size, None, layout, _kind, buffer)
    return _iter_unpack(_size, _fields, None, None, buffer)


def pack(format, /, *values, _size=0, _count=0, _fill=None):
    if _fill is None:
        layout = _layout(format)
        return _pack("pack", layout.size, len(layout.fields), None, layout, values)
    return _pack("pack", _size, _count, _fill, None, values)


def pack_into(format, buffer, offset, /, *values, _size=0, _count=0, _fill=None):
    if _fill is None:
        layout = _layout(format)
        _pack_into(layout.size, len(layout.fields), None, layout, buffer, offset, values)
    else:
        _pack_into(_size, _count, _fill, None, buffer, offset, values)


class Struct:
    def __init__(self, format, /, *, _size=0, _count=0, _fields=None, _fill=None, _kind=None):
        self.format = _text(format)
        self._fields = _fields
        self._fill = _fill
        self._kind = _kind
        if _fields is None:
            self._layout = _layout(format)
            self.size = self._layout.size
            self._count = len(self._layout.fields)
        else:
            self._layout = None
            self.size = _size
            self._count = _count

    def unpack(self, buffer, /):
        return _unpack(self.size, self._fields, self._layout, self._kind, buffer)

    def unpack_from(self, buffer, offset=0):
        return _unpack_from(self.size, self._fields, self._layout, self._kind, buffer, offset)

    def iter_unpack(self, buffer, /):
        return _iter_unpack(self.size, self._fields, self._layout, self._kind, buffer)

    def pack(self, *values):
        return _pack("pack", self.size, self._count, self._fill, self._layout, values)

    def pack_into(self, buffer, offset, /, *values):
        _pack_into(self.size, self._count, self._fill, self._layout, buffer, offset, values)
