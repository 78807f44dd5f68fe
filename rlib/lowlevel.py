"""The twin of the low-level operations: `ll` under CPython. Never compiled.

An i64 is an int within 64 bits, a bool a bool, an f64 a float; a heap object is
an instance of one of the classes below; null is None; an address is a pair of an
object and an offset. `ir/src/prim.rs` says what each operation means.
"""

import array
import math
import os
import struct
import sys
import time

_MASK = (1 << 64) - 1
_LEAST = -1 << 63


# Heap objects, with the field names of ir/src/lltype.rs.


class Str(bytearray):
    """UTF-8 bytes; `length` in code points."""

    __hash__ = object.__hash__
    length = 0
    hash = 0
    index = None

    def __str__(self):
        return self.decode("utf-8")


class Buffer(bytearray):
    __hash__ = object.__hash__


class Bytes(bytearray):
    __hash__ = object.__hash__


class Items(list):
    """A tail of one item class; `zero` is what it is filled with when made."""

    __hash__ = object.__hash__
    zero = None


class IntArray(Items):
    zero = 0


class FloatArray(Items):
    zero = 0.0


class BoolArray(Items):
    zero = False


class ObjectArray(Items):
    pass


class StrArray(Items):
    pass


class IndexArray(array.array):
    """A tail of u32."""

    __hash__ = object.__hash__
    zero = 0


class BigInt(array.array):
    """A tail of u32 digits, least significant first; what is written is truncated."""

    __hash__ = object.__hash__
    zero = 0
    negative = False

    def __setitem__(self, i, x):
        super().__setitem__(i, x & 0xFFFFFFFF if isinstance(i, int) else x)


class List:
    """Of any item class: that of `items`. Here it stands for tuples of unknown length, too."""

    length = 0
    items = None


class ByteArray:
    length = 0
    items = None


class Dict:
    used = fill = room = first = 0
    indices = hashes = keys = values = None


class Set:
    used = fill = finger = hash = 0
    hashes = keys = None


class Exception:
    pass


class Frame:
    pass


class Traceback:
    pass


ListObject = List


class Object:
    pass


def literal(text):
    """The Str that a string literal, or a test's Python string, stands for."""
    s = Str(text.encode("utf-8"))
    s.length = len(text)
    return s


def new(kind):
    return kind()


def new_tail(kind, n):
    if not 0 <= n < 1 << 31:
        raise AssertionError("a tail of %d items" % n)
    if issubclass(kind, bytearray):
        return kind(n)
    return kind("I", bytes(4 * n)) if issubclass(kind, array.array) else kind([kind.zero] * n)


def new_like(p):
    return type(p)()


def new_sequence(like, items):
    r = type(like)()
    r.length = len(items)
    r.items = items
    return r


def new_tail_like(p, n):
    return new_tail(type(p), n)


def leave_room(p, n):
    del p[n:]
    return p


def take_room(p, n):
    return None


def zero_item(p):
    return 0 if isinstance(p, bytearray) else p.zero


def copy_items(source, i, target, j, n):
    if zero_item(source) is not zero_item(target):
        raise AssertionError("copy between tails of %s and %s" % (type(source), type(target)))
    if not (0 <= n and 0 <= i and i + n <= len(source) and 0 <= j and j + n <= len(target)):
        raise AssertionError("copy of %d items from %d to %d leaves a tail" % (n, i, j))
    target[j : j + n] = source[i : i + n]


def item_addr(p, i):
    return (p, i)


def null(kind):
    return None


def is_null(p):
    return p is None


def ptr_eq(p, q):
    return p is q


def cast(kind, p):
    return p


def address(p):
    return id(p)


def type_id(p):
    return _STRUCTS.index(type(p))


_STRUCTS = [Object, Str, Exception, Frame, Traceback, IntArray, Buffer, None, None, None, StrArray]


def select(c, a, b):
    return a if c else b


_statics = {}


def _static(make):
    """The one object for the place in the source that asks."""
    frame = sys._getframe(2)
    place = (frame.f_code, frame.f_lasti)
    if place not in _statics:
        _statics[place] = make()
    return _statics[place]


def int_array(*items):
    return _static(lambda: IntArray(items))


def zeros(kind, n):
    return _static(lambda: new_tail(kind, n))


# 64-bit integers.


def wrap(n):
    n &= _MASK
    return n - (1 << 64) if n >> 63 else n


def _toward_zero(a, b):
    q = abs(a) // abs(b)
    return q if (a < 0) == (b < 0) else -q


def int_add(a, b):
    return wrap(a + b)


def int_sub(a, b):
    return wrap(a - b)


def int_mul(a, b):
    return wrap(a * b)


def int_div(a, b):
    assert b != 0 and (a, b) != (_LEAST, -1)
    return _toward_zero(a, b)


def int_rem(a, b):
    assert b != 0 and (a, b) != (_LEAST, -1)
    return a - _toward_zero(a, b) * b


def uint_div(a, b):
    return wrap((a & _MASK) // (b & _MASK))


def uint_rem(a, b):
    return wrap((a & _MASK) % (b & _MASK))


def uint_mul_high(a, b):
    return wrap((a & _MASK) * (b & _MASK) >> 64)


def int_shl(a, b):
    return wrap(a << (b & 63))


def int_shr(a, b):
    return a >> (b & 63)


def uint_shr(a, b):
    return wrap((a & _MASK) >> (b & 63))


def int_clz(a):
    return 64 - (a & _MASK).bit_length()


def int_ctz(a):
    return (a & -a).bit_length() - 1 if a else 64


def int_popcnt(a):
    return bin(a & _MASK).count("1")


def uint_lt(a, b):
    return (a & _MASK) < (b & _MASK)


def uint_le(a, b):
    return (a & _MASK) <= (b & _MASK)


def _flag(n):
    return wrap(n), wrap(n) != n


def int_add_flag(a, b):
    return _flag(a + b)


def int_sub_flag(a, b):
    return _flag(a - b)


def int_mul_flag(a, b):
    return _flag(a * b)


def _checked(n):
    if wrap(n) != n:
        raise OverflowError
    return n


def int_add_ovf(a, b):
    return _checked(a + b)


def int_sub_ovf(a, b):
    return _checked(a - b)


def int_mul_ovf(a, b):
    return _checked(a * b)


# Floats.


def float_div(a, b):
    if b != 0.0:
        return a / b
    if a == 0.0 or a != a:
        return math.nan
    return math.copysign(math.inf, a) * math.copysign(1.0, b)


def float_abs(a):
    return abs(a)


def float_neg(a):
    return -a


def float_sqrt(a):
    return math.sqrt(a) if a >= 0.0 else math.nan


def _integral(round_one):
    def rounded(a):
        finite = not (math.isinf(a) or math.isnan(a))
        return math.copysign(float(round_one(a)), a) if finite else a

    return rounded


float_floor = _integral(math.floor)
float_ceil = _integral(math.ceil)
float_trunc = _integral(math.trunc)
float_nearest = _integral(round)


def float_copysign(a, b):
    return math.copysign(a, b)


def int_to_float(n):
    return float(n)


def uint_to_float(n):
    return float(n & _MASK)


def float_to_int(a):
    if a != a:
        return 0
    return int(min(max(a, -(2.0**63)), 2.0**63)) if abs(a) < 2.0**63 else (_LEAST if a < 0 else -_LEAST - 1)


def float_bits(a):
    return struct.unpack("<q", struct.pack("<d", a))[0]


def float_from_bits(n):
    return struct.unpack("<d", struct.pack("<q", n))[0]


def bool_to_int(b):
    return int(b)


def bool_not(b):
    return not b


# What rlib's package puts in place of the operators with RLIB_CHECK=1.


def _within(r):
    if isinstance(r, int) and wrap(r) != r:
        raise AssertionError("%d leaves 64 bits" % r)
    return r


def checked_add(a, b):
    return _within(a + b)


def checked_sub(a, b):
    return _within(a - b)


def checked_mul(a, b):
    return _within(a * b)


def checked_shl(a, b):
    assert 0 <= b < 64
    return _within(a << b)


def checked_index(p, i):
    assert 0 <= i < len(p), "item %d of %d" % (i, len(p))
    return i


# Memory and the platform: tests look at and set these. Raw addresses that are ints
# lie in `platform.bytes`; what is below HEAP_BASE there is for static objects.

HEAP_BASE = 65536


class PlatformExit(BaseException):
    """`platform_exit` was called."""


class Platform:
    """What the program did to the outside world, and what that allows it."""

    def __init__(self):
        self.written = {1: bytearray(), 2: bytearray()}
        self.write_limit = 1 << 60
        self.to_read = b""
        self.read_limit = 1 << 60
        self.args = []
        self.environ = []
        self.working_directory = None
        self.memory_limit = 1 << 31
        self.memory = 0
        self.program = lambda: None
        self.bytes = bytearray(HEAP_BASE)
        # What the collector asks of the program.
        self.pointer_size = 8
        self.struct_rows = self.roots_begin = self.roots_end = self.n_watched_statics = 0


platform = Platform()


def reset():
    """A fresh platform, and static objects as at the start."""
    global platform
    platform = Platform()
    _statics.clear()


def addr_add(a, n):
    return (a[0], a[1] + n) if isinstance(a, tuple) else a + n


def platform_write(fd, address, n):
    p, i = address
    n = min(n, platform.write_limit)
    if n == 0:
        return -28
    platform.written[fd] += p[i : i + n]
    return n


def platform_read(fd, address, n):
    p, i = address
    if fd != 0 or i + n > len(p):
        raise AssertionError("read of %d bytes from %d to %d of %d" % (n, fd, i, len(p)))
    data = platform.to_read[: min(n, platform.read_limit)]
    platform.to_read = platform.to_read[len(data) :]
    p[i : i + len(data)] = data
    return len(data)


def platform_args_sizes():
    return len(platform.args) + (sum(len(a) + 1 for a in platform.args) << 32)


def platform_args(pointers, address):
    p, i = address
    for arg in platform.args:
        p[i : i + len(arg) + 1] = arg + b"\0"
        i += len(arg) + 1
    return 0


def platform_is_wasi():
    return False


def platform_environ_sizes():
    return len(platform.environ) + (sum(len(v) + 1 for v in platform.environ) << 32)


def platform_environ(pointers, address):
    p, i = address
    for variable in platform.environ:
        p[i : i + len(variable) + 1] = variable + b"\0"
        i += len(variable) + 1
    return 0


def platform_working_directory(address, n):
    if platform.working_directory is None:
        return -2
    p, i = address
    text = platform.working_directory + b"\0"
    p[i : i + len(text)] = text
    return 0


def platform_random(address, n):
    p, i = address
    p[i : i + n] = os.urandom(n)
    return n


def platform_clock(clock):
    try:
        return time.clock_gettime_ns(clock)
    except OSError as e:
        return -e.errno


def platform_sleep(subscription, n):
    time.sleep(n / 1e9)
    return 0


def platform_exit(status):
    raise PlatformExit(status)


def platform_memory(n):
    if n > platform.memory_limit:
        return 0
    platform.memory = max(platform.memory, n)
    platform.bytes.extend(bytes(HEAP_BASE + platform.memory - len(platform.bytes)))
    return HEAP_BASE + platform.memory


def platform_heap_base():
    return HEAP_BASE


def load_u32(a):
    return int.from_bytes(_at(a, 4), "little")


def load_i64(a):
    return int.from_bytes(_at(a, 8), "little", signed=True)


def load_ptr(a):
    return int.from_bytes(_at(a, platform.pointer_size), "little")


def store_u32(a, b):
    _write(a, (b & 0xFFFFFFFF).to_bytes(4, "little"))


def store_i64(a, b):
    _write(a, b.to_bytes(8, "little", signed=True))


def store_ptr(a, b):
    _write(a, b.to_bytes(platform.pointer_size, "little"))


def copy_memory(a, b, c):
    _write(b, bytes(_at(a, c)))


def fill_memory(a, b, c):
    _write(a, bytes([b]) * c)


def _at(a, n):
    if not (0 < a and 0 <= n and a + n <= len(platform.bytes)):
        raise AssertionError("%d bytes at %d are not in memory" % (n, a))
    return memoryview(platform.bytes)[a : a + n]


def _write(a, data):
    with _at(a, len(data)) as place:
        place[:] = data


def pointer_size():
    return platform.pointer_size


def struct_rows():
    return platform.struct_rows


def roots_begin():
    return platform.roots_begin


def roots_end():
    return platform.roots_end


def n_watched_statics():
    return platform.n_watched_statics


def run_program():
    platform.program()


def exception_str(e):
    return e.text


def exit_status(e):
    return e.status


def class_path(number):
    return literal(number)
