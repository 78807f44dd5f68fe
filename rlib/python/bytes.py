"""The methods and operators of bytes."""

from rlib import lowlevel as ll
from rlib.bytes import (
    ll_bytes_concat,
    ll_bytes_count,
    ll_bytes_count_int,
    ll_bytes_endswith,
    ll_bytes_find,
    ll_bytes_find_int,
    ll_bytes_found,
    ll_bytes_mul,
    ll_bytes_removeprefix,
    ll_bytes_removesuffix,
    ll_bytes_replace,
    ll_bytes_rfind,
    ll_bytes_rfind_int,
    ll_bytes_slice,
    ll_bytes_slice_step,
    ll_bytes_startswith,
    ll_bytes_zeros,
)
from rlib.bytes_text import (
    ll_bytes_capitalize,
    ll_bytes_center,
    ll_bytes_expandtabs,
    ll_bytes_fromhex,
    ll_bytes_hex,
    ll_bytes_hex_sep,
    ll_bytes_isalnum,
    ll_bytes_isalpha,
    ll_bytes_isascii,
    ll_bytes_isdigit,
    ll_bytes_islower,
    ll_bytes_isspace,
    ll_bytes_istitle,
    ll_bytes_isupper,
    ll_bytes_ljust,
    ll_bytes_lower,
    ll_bytes_maketrans,
    ll_bytes_partition,
    ll_bytes_rjust,
    ll_bytes_rpartition,
    ll_bytes_strip,
    ll_bytes_strip_chars,
    ll_bytes_swapcase,
    ll_bytes_title,
    ll_bytes_translate,
    ll_bytes_upper,
    ll_bytes_zfill,
)
from rlib.codec import ll_bytes_decode, ll_str_encode
from rlib.python.arguments import bound, byte, first, flag, integer, last, most, plain, size, small
from rlib.python.percent import bytes_piece, fill, fill_from_dict, has_items


def make_bytes(source, encoding, errors, beyond):
    """bytes(source, encoding, errors), of which the last two are no str where they are not
    given; `beyond` is said of an int that is no byte."""
    if isinstance(source, str):
        if isinstance(encoding, str):
            return ll_str_encode(source, encoding, errors if isinstance(errors, str) else "strict")
        raise TypeError("string argument without an encoding")
    if isinstance(encoding, str):
        raise TypeError("encoding without a string argument")
    if isinstance(errors, str):
        raise TypeError("errors without a string argument")
    if isinstance(source, (bytes, bytearray)):
        return plain(source)
    if isinstance(source, int):
        return ll_bytes_zeros(integer(source))
    if source is None:
        kind = "bytes" if beyond.startswith("bytes") else "bytearray"
        raise TypeError(f"cannot convert 'NoneType' object to {kind}")
    items = []
    ll.holds(items, 0)
    for x in source:
        item = byte(x)
        if item < 0 or item > 255:
            raise ValueError(beyond)
        ll.helper("list.ll_list_append cx>n", items, item)
    return ll.helper("bytes.ll_bytes_from_ints c>y", items)


def get_slice(self, start, stop, step):
    if step is None:
        return ll_bytes_slice(self, len(self), first(start), last(stop))
    return ll_bytes_slice_step(
        self,
        len(self),
        0 if start is None else bound(start),
        0 if stop is None else bound(stop),
        bound(step),
        start is not None,
        stop is not None,
    )


def add(self, other):
    more = plain(other)
    return ll_bytes_concat(self, len(self), more, len(more))


def mul(self, n):
    return ll_bytes_mul(self, len(self), integer(n))


def mod(self, args):
    template = ll_bytes_decode(self, len(self), "latin-1", "strict")
    return ll_str_encode(filled(template, args), "latin-1", "strict")


def filled(template, args):
    if isinstance(args, tuple):
        return fill(template, args, False, bytes_piece, "bytes")
    if isinstance(args, dict):
        return fill_from_dict(template, args, bytes_piece)
    may_be_left = has_items(args) and not isinstance(args, (bytes, bytearray))
    return fill(template, (args,), may_be_left, bytes_piece, "bytes")


def find(self, sub, start=None, end=None, /):
    wanted = ll.expect("int bool bytes bytearray", sub, "argument should be integer or bytes-like object, not '{}'")
    if isinstance(wanted, int):
        return ll_bytes_find_int(self, len(self), byte(wanted), first(start), last(end))
    part = plain(wanted)
    return ll_bytes_find(self, len(self), part, len(part), first(start), last(end))


def rfind(self, sub, start=None, end=None, /):
    wanted = ll.expect("int bool bytes bytearray", sub, "argument should be integer or bytes-like object, not '{}'")
    if isinstance(wanted, int):
        return ll_bytes_rfind_int(self, len(self), byte(wanted), first(start), last(end))
    part = plain(wanted)
    return ll_bytes_rfind(self, len(self), part, len(part), first(start), last(end))


def index(self, sub, start=None, end=None, /):
    return ll_bytes_found(find(self, sub, start, end))


def rindex(self, sub, start=None, end=None, /):
    return ll_bytes_found(rfind(self, sub, start, end))


def count(self, sub, start=None, end=None, /):
    wanted = ll.expect("int bool bytes bytearray", sub, "argument should be integer or bytes-like object, not '{}'")
    if isinstance(wanted, int):
        return ll_bytes_count_int(self, len(self), byte(wanted), first(start), last(end))
    part = plain(wanted)
    return ll_bytes_count(self, len(self), part, len(part), first(start), last(end))


def startswith(self, prefix, start=None, end=None, /):
    if isinstance(prefix, tuple):
        for p in prefix:
            part = plain(p)
            if ll_bytes_startswith(self, len(self), part, len(part), first(start), last(end)):
                return True
        return False
    found = ll.expect(
        "bytes bytearray", prefix, "startswith first arg must be bytes or a tuple of bytes, not {}"
    )
    part = plain(found)
    return ll_bytes_startswith(self, len(self), part, len(part), first(start), last(end))


def endswith(self, suffix, start=None, end=None, /):
    if isinstance(suffix, tuple):
        for p in suffix:
            part = plain(p)
            if ll_bytes_endswith(self, len(self), part, len(part), first(start), last(end)):
                return True
        return False
    found = ll.expect("bytes bytearray", suffix, "endswith first arg must be bytes or a tuple of bytes, not {}")
    part = plain(found)
    return ll_bytes_endswith(self, len(self), part, len(part), first(start), last(end))


def replace(self, old, new, count=-1, /):
    a = plain(old)
    b = plain(new)
    return ll_bytes_replace(self, len(self), a, len(a), b, len(b), size(count))


def removeprefix(self, prefix, /):
    part = plain(prefix)
    return ll_bytes_removeprefix(self, len(self), part, len(part))


def removesuffix(self, suffix, /):
    part = plain(suffix)
    return ll_bytes_removesuffix(self, len(self), part, len(part))


def partition(self, sep, /):
    part = plain(sep)
    return ll_bytes_partition(self, len(self), part, len(part))


def rpartition(self, sep, /):
    part = plain(sep)
    return ll_bytes_rpartition(self, len(self), part, len(part))


def split(self, sep=None, maxsplit=-1):
    parts = []
    ll.holds(parts, self)
    if sep is None:
        ll.helper("bytes_text.ll_bytes_split_space cyii>n", parts, self, len(self), most(maxsplit))
    else:
        part = plain(sep)
        ll.helper("bytes_text.ll_bytes_split cyiyii>n", parts, self, len(self), part, len(part), most(maxsplit))
    return parts


def rsplit(self, sep=None, maxsplit=-1):
    parts = []
    ll.holds(parts, self)
    if sep is None:
        ll.helper("bytes_text.ll_bytes_rsplit_space cyii>n", parts, self, len(self), most(maxsplit))
    else:
        part = plain(sep)
        ll.helper("bytes_text.ll_bytes_rsplit cyiyii>n", parts, self, len(self), part, len(part), most(maxsplit))
    return parts


def splitlines(self, keepends=False):
    parts = []
    ll.holds(parts, self)
    ll.helper("bytes_text.ll_bytes_splitlines cyib>n", parts, self, len(self), flag(keepends))
    return parts


def join(self, iterable, /):
    parts = []
    ll.holds(parts, self)
    i = 0
    for x in iterable:
        ll.check("bytes bytearray", x)
        if not isinstance(x, (bytes, bytearray)):
            raise TypeError(f"sequence item {i}: expected a bytes-like object, {ll.class_name_of(x)} found")
        ll.helper("list.ll_list_append cx>n", parts, plain(x))
        i += 1
    return ll.helper("bytes.ll_bytes_join_all yc>y", self, parts)


def stripped(self, chars, left, right):
    if chars is None:
        return ll_bytes_strip(self, len(self), left, right)
    part = plain(chars)
    return ll_bytes_strip_chars(self, len(self), part, len(part), left, right)


def strip(self, chars=None, /):
    return stripped(self, chars, True, True)


def lstrip(self, chars=None, /):
    return stripped(self, chars, True, False)


def rstrip(self, chars=None, /):
    return stripped(self, chars, False, True)


def center(self, width, fillchar=b" ", /):
    part = plain(fillchar)
    return ll_bytes_center(self, len(self), size(width), part, len(part))


def ljust(self, width, fillchar=b" ", /):
    part = plain(fillchar)
    return ll_bytes_ljust(self, len(self), size(width), part, len(part))


def rjust(self, width, fillchar=b" ", /):
    part = plain(fillchar)
    return ll_bytes_rjust(self, len(self), size(width), part, len(part))


def zfill(self, width, /):
    return ll_bytes_zfill(self, len(self), size(width))


def expandtabs(self, tabsize=8):
    return ll_bytes_expandtabs(self, len(self), small(tabsize))


def decode(self, encoding="utf-8", errors="strict"):
    return ll_bytes_decode(
        self,
        len(self),
        ll.expect("str", encoding, "decode() argument 'encoding' must be str, not {None}"),
        ll.expect("str", errors, "decode() argument 'errors' must be str, not {None}"),
    )


def hex(self, sep=None, bytes_per_sep=1):
    if sep is None:
        return ll_bytes_hex(self, len(self))
    return ll_bytes_hex_sep(self, len(self), sep, small(bytes_per_sep))


def fromhex(string, /):
    return ll_bytes_fromhex(ll.expect("str", string, "fromhex() argument must be str, not {None}"))


def translate(self, table, /, delete=b""):
    deleted = plain(delete)
    if table is None:
        return ll_bytes_translate(self, len(self), b"", 0, False, deleted, len(deleted))
    images = plain(table)
    return ll_bytes_translate(self, len(self), images, len(images), True, deleted, len(deleted))


def maketrans(frm, to, /):
    a = plain(frm)
    b = plain(to)
    return ll_bytes_maketrans(a, len(a), b, len(b))


def lower(self):
    return ll_bytes_lower(self, len(self))


def upper(self):
    return ll_bytes_upper(self, len(self))


def swapcase(self):
    return ll_bytes_swapcase(self, len(self))


def title(self):
    return ll_bytes_title(self, len(self))


def capitalize(self):
    return ll_bytes_capitalize(self, len(self))


def isalpha(self):
    return ll_bytes_isalpha(self, len(self))


def isdigit(self):
    return ll_bytes_isdigit(self, len(self))


def isalnum(self):
    return ll_bytes_isalnum(self, len(self))


def isspace(self):
    return ll_bytes_isspace(self, len(self))


def isascii(self):
    return ll_bytes_isascii(self, len(self))


def islower(self):
    return ll_bytes_islower(self, len(self))


def isupper(self):
    return ll_bytes_isupper(self, len(self))


def istitle(self):
    return ll_bytes_istitle(self, len(self))
