"""The methods and operators of bytearray. What does not change it is said of its bytes."""

from rlib import lowlevel as ll
from rlib.bytearray import (
    ll_bytearray_append,
    ll_bytearray_bytes,
    ll_bytearray_clear,
    ll_bytearray_del_slice_step,
    ll_bytearray_delitem,
    ll_bytearray_extend,
    ll_bytearray_imul,
    ll_bytearray_insert,
    ll_bytearray_of,
    ll_bytearray_pop,
    ll_bytearray_remove,
    ll_bytearray_reverse,
    ll_bytearray_set_slice,
    ll_bytearray_set_slice_step,
)
from rlib.python.arguments import bound, byte, first, flag, integer, last, most, plain, size
from rlib.python.bytes import (
    add as bytes_add,
    capitalize as bytes_capitalize,
    center as bytes_center,
    count as bytes_count,
    decode as bytes_decode,
    endswith as bytes_endswith,
    expandtabs as bytes_expandtabs,
    find as bytes_find,
    fromhex as bytes_fromhex,
    get_slice as bytes_get_slice,
    hex as bytes_hex,
    index as bytes_index,
    isalnum as bytes_isalnum,
    isalpha as bytes_isalpha,
    isascii as bytes_isascii,
    isdigit as bytes_isdigit,
    islower as bytes_islower,
    isspace as bytes_isspace,
    istitle as bytes_istitle,
    isupper as bytes_isupper,
    join as bytes_join,
    ljust as bytes_ljust,
    lower as bytes_lower,
    lstrip as bytes_lstrip,
    maketrans as bytes_maketrans,
    mod as bytes_mod,
    mul as bytes_mul,
    partition as bytes_partition,
    removeprefix as bytes_removeprefix,
    removesuffix as bytes_removesuffix,
    replace as bytes_replace,
    rfind as bytes_rfind,
    rindex as bytes_rindex,
    rjust as bytes_rjust,
    rpartition as bytes_rpartition,
    rstrip as bytes_rstrip,
    startswith as bytes_startswith,
    strip as bytes_strip,
    swapcase as bytes_swapcase,
    title as bytes_title,
    translate as bytes_translate,
    upper as bytes_upper,
    zfill as bytes_zfill,
)
from rlib.python.bytes import make_bytes


def append(self, item, /):
    ll_bytearray_append(self, byte(item))


def extend(self, iterable_of_ints, /):
    if isinstance(iterable_of_ints, int):
        raise TypeError(f"can't extend bytearray with {ll.class_name_of(iterable_of_ints)}")
    if isinstance(iterable_of_ints, str):
        if len(iterable_of_ints) > 0:
            raise TypeError("'str' object cannot be interpreted as an integer")
    else:
        more = make_bytes(iterable_of_ints, None, None, "byte must be in range(0, 256)")
        ll_bytearray_extend(self, more, len(more))


def insert(self, index, item, /):
    ll_bytearray_insert(self, size(index), byte(item))


def pop(self, index=-1, /):
    return ll_bytearray_pop(self, size(index))


def remove(self, value, /):
    ll_bytearray_remove(self, byte(value))


def clear(self):
    ll_bytearray_clear(self)


def reverse(self):
    ll_bytearray_reverse(self)


def copy(self):
    return ll_bytearray_of(ll_bytearray_bytes(self))


def get_slice(self, start, stop, step):
    return ll_bytearray_of(bytes_get_slice(ll_bytearray_bytes(self), start, stop, step))


def set_slice(self, start, stop, step, value):
    data = make_bytes(value, None, None, "byte must be in range(0, 256)")
    if step is None:
        ll_bytearray_set_slice(self, first(start), last(stop), data, len(data))
    else:
        ll_bytearray_set_slice_step(
            self,
            0 if start is None else bound(start),
            0 if stop is None else bound(stop),
            bound(step),
            start is not None,
            stop is not None,
            data,
            len(data),
        )


def del_slice(self, start, stop, step):
    ll_bytearray_del_slice_step(
        self,
        0 if start is None else bound(start),
        0 if stop is None else bound(stop),
        1 if step is None else bound(step),
        start is not None,
        stop is not None,
    )


def del_item(self, index):
    ll_bytearray_delitem(self, integer(index))


def add(self, other):
    return ll_bytearray_of(bytes_add(ll_bytearray_bytes(self), other))


def iadd(self, other):
    if other is self and len(self) > 0:
        raise BufferError("Existing exports of data: object cannot be re-sized")
    more = plain(other)
    ll_bytearray_extend(self, more, len(more))
    return self


def mul(self, n):
    return ll_bytearray_of(bytes_mul(ll_bytearray_bytes(self), n))


def imul(self, n):
    ll_bytearray_imul(self, integer(n))
    return self


def mod(self, args):
    return ll_bytearray_of(bytes_mod(ll_bytearray_bytes(self), args))


def fromhex(string, /):
    return ll_bytearray_of(bytes_fromhex(string))


def maketrans(frm, to, /):
    return bytes_maketrans(frm, to)


def find(self, sub, start=None, end=None, /):
    return bytes_find(ll_bytearray_bytes(self), sub, start, end)


def rfind(self, sub, start=None, end=None, /):
    return bytes_rfind(ll_bytearray_bytes(self), sub, start, end)


def index(self, sub, start=None, end=None, /):
    return bytes_index(ll_bytearray_bytes(self), sub, start, end)


def rindex(self, sub, start=None, end=None, /):
    return bytes_rindex(ll_bytearray_bytes(self), sub, start, end)


def count(self, sub, start=None, end=None, /):
    return bytes_count(ll_bytearray_bytes(self), sub, start, end)


def startswith(self, prefix, start=None, end=None, /):
    return bytes_startswith(ll_bytearray_bytes(self), prefix, start, end)


def endswith(self, suffix, start=None, end=None, /):
    return bytes_endswith(ll_bytearray_bytes(self), suffix, start, end)


def replace(self, old, new, count=-1, /):
    return ll_bytearray_of(bytes_replace(ll_bytearray_bytes(self), old, new, count))


def removeprefix(self, prefix, /):
    return ll_bytearray_of(bytes_removeprefix(ll_bytearray_bytes(self), prefix))


def removesuffix(self, suffix, /):
    return ll_bytearray_of(bytes_removesuffix(ll_bytearray_bytes(self), suffix))


def partition(self, sep, /):
    before, found, after = bytes_partition(ll_bytearray_bytes(self), sep)
    return ll_bytearray_of(before), ll_bytearray_of(found), ll_bytearray_of(after)


def rpartition(self, sep, /):
    before, found, after = bytes_rpartition(ll_bytearray_bytes(self), sep)
    return ll_bytearray_of(before), ll_bytearray_of(found), ll_bytearray_of(after)


def split(self, sep=None, maxsplit=-1):
    parts = []
    ll.holds(parts, self)
    data = ll_bytearray_bytes(self)
    if sep is None:
        ll.helper("bytearray.ll_bytearray_split_space cyii>n", parts, data, len(data), most(maxsplit))
    else:
        part = plain(sep)
        ll.helper("bytearray.ll_bytearray_split cyiyii>n", parts, data, len(data), part, len(part), most(maxsplit))
    return parts


def rsplit(self, sep=None, maxsplit=-1):
    parts = []
    ll.holds(parts, self)
    data = ll_bytearray_bytes(self)
    if sep is None:
        ll.helper("bytearray.ll_bytearray_rsplit_space cyii>n", parts, data, len(data), most(maxsplit))
    else:
        part = plain(sep)
        ll.helper("bytearray.ll_bytearray_rsplit cyiyii>n", parts, data, len(data), part, len(part), most(maxsplit))
    return parts


def splitlines(self, keepends=False):
    parts = []
    ll.holds(parts, self)
    data = ll_bytearray_bytes(self)
    ll.helper("bytearray.ll_bytearray_splitlines cyib>n", parts, data, len(data), flag(keepends))
    return parts


def join(self, iterable, /):
    return ll_bytearray_of(bytes_join(ll_bytearray_bytes(self), iterable))


def strip(self, chars=None, /):
    return ll_bytearray_of(bytes_strip(ll_bytearray_bytes(self), chars))


def lstrip(self, chars=None, /):
    return ll_bytearray_of(bytes_lstrip(ll_bytearray_bytes(self), chars))


def rstrip(self, chars=None, /):
    return ll_bytearray_of(bytes_rstrip(ll_bytearray_bytes(self), chars))


def center(self, width, fillchar=b" ", /):
    return ll_bytearray_of(bytes_center(ll_bytearray_bytes(self), width, fillchar))


def ljust(self, width, fillchar=b" ", /):
    return ll_bytearray_of(bytes_ljust(ll_bytearray_bytes(self), width, fillchar))


def rjust(self, width, fillchar=b" ", /):
    return ll_bytearray_of(bytes_rjust(ll_bytearray_bytes(self), width, fillchar))


def zfill(self, width, /):
    return ll_bytearray_of(bytes_zfill(ll_bytearray_bytes(self), width))


def expandtabs(self, tabsize=8):
    return ll_bytearray_of(bytes_expandtabs(ll_bytearray_bytes(self), tabsize))


def decode(self, encoding="utf-8", errors="strict"):
    return bytes_decode(ll_bytearray_bytes(self), encoding, errors)


def hex(self, sep=None, bytes_per_sep=1):
    return bytes_hex(ll_bytearray_bytes(self), sep, bytes_per_sep)


def translate(self, table, /, delete=b""):
    return ll_bytearray_of(bytes_translate(ll_bytearray_bytes(self), table, delete))


def lower(self):
    return ll_bytearray_of(bytes_lower(ll_bytearray_bytes(self)))


def upper(self):
    return ll_bytearray_of(bytes_upper(ll_bytearray_bytes(self)))


def swapcase(self):
    return ll_bytearray_of(bytes_swapcase(ll_bytearray_bytes(self)))


def title(self):
    return ll_bytearray_of(bytes_title(ll_bytearray_bytes(self)))


def capitalize(self):
    return ll_bytearray_of(bytes_capitalize(ll_bytearray_bytes(self)))


def isalpha(self):
    return bytes_isalpha(ll_bytearray_bytes(self))


def isdigit(self):
    return bytes_isdigit(ll_bytearray_bytes(self))


def isalnum(self):
    return bytes_isalnum(ll_bytearray_bytes(self))


def isspace(self):
    return bytes_isspace(ll_bytearray_bytes(self))


def isascii(self):
    return bytes_isascii(ll_bytearray_bytes(self))


def islower(self):
    return bytes_islower(ll_bytearray_bytes(self))


def isupper(self):
    return bytes_isupper(ll_bytearray_bytes(self))


def istitle(self):
    return bytes_istitle(ll_bytearray_bytes(self))
