"""The methods and operators of str."""

from rlib import lowlevel as ll
from rlib.codec import ll_str_encode
from rlib.python.arguments import bound, first, flag, last, most, size, small
from rlib.python.percent import fill, fill_from_dict, has_items, text_piece
from rlib.python.template import render
from rlib.string_case import (
    ll_str_capitalize,
    ll_str_casefold,
    ll_str_lower,
    ll_str_swapcase,
    ll_str_title,
    ll_str_upper,
)
from rlib.string_class import (
    ll_str_isalnum,
    ll_str_isalpha,
    ll_str_isascii,
    ll_str_isdecimal,
    ll_str_isdigit,
    ll_str_isidentifier,
    ll_str_islower,
    ll_str_isnumeric,
    ll_str_isprintable,
    ll_str_isspace,
    ll_str_istitle,
    ll_str_isupper,
)
from rlib.string_find import (
    ll_str_count,
    ll_str_endswith,
    ll_str_find,
    ll_str_index_of,
    ll_str_partition,
    ll_str_removeprefix,
    ll_str_removesuffix,
    ll_str_replace,
    ll_str_rfind,
    ll_str_rindex_of,
    ll_str_rpartition,
    ll_str_startswith,
)
from rlib.string_index import ll_str_slice, ll_str_slice_step
from rlib.string_pad import ll_str_center, ll_str_expandtabs, ll_str_ljust, ll_str_rjust, ll_str_zfill
from rlib.string_split import (
    ll_str_lstrip,
    ll_str_lstrip_chars,
    ll_str_rstrip,
    ll_str_rstrip_chars,
    ll_str_strip,
    ll_str_strip_chars,
)


def get_slice(self, start, stop, step):
    if step is None:
        return ll_str_slice(self, first(start), last(stop))
    return ll_str_slice_step(
        self,
        0 if start is None else bound(start),
        0 if stop is None else bound(stop),
        bound(step),
        start is not None,
        stop is not None,
    )


def text(x):
    return ll.expect("str", x, "must be str, not {}")


def find(self, sub, start=None, end=None, /):
    return ll_str_find(self, text(sub), first(start), last(end))


def rfind(self, sub, start=None, end=None, /):
    return ll_str_rfind(self, text(sub), first(start), last(end))


def index(self, sub, start=None, end=None, /):
    return ll_str_index_of(self, text(sub), first(start), last(end))


def rindex(self, sub, start=None, end=None, /):
    return ll_str_rindex_of(self, text(sub), first(start), last(end))


def count(self, sub, start=None, end=None, /):
    return ll_str_count(self, text(sub), first(start), last(end))


def startswith(self, prefix, start=None, end=None, /):
    wanted = ll.expect("str tuple", prefix, "startswith first arg must be str or a tuple of str, not {}")
    if isinstance(wanted, str):
        return ll_str_startswith(self, wanted, first(start), last(end))
    for p in wanted:
        one = ll.expect("str", p, "tuple for startswith must only contain str, not {}")
        if ll_str_startswith(self, one, first(start), last(end)):
            return True
    return False


def endswith(self, suffix, start=None, end=None, /):
    wanted = ll.expect("str tuple", suffix, "endswith first arg must be str or a tuple of str, not {}")
    if isinstance(wanted, str):
        return ll_str_endswith(self, wanted, first(start), last(end))
    for p in wanted:
        one = ll.expect("str", p, "tuple for endswith must only contain str, not {}")
        if ll_str_endswith(self, one, first(start), last(end)):
            return True
    return False


def replace(self, old, new, count=-1, /):
    return ll_str_replace(
        self,
        ll.expect("str", old, "replace() argument 1 must be str, not {None}"),
        ll.expect("str", new, "replace() argument 2 must be str, not {None}"),
        most(count),
    )


def removeprefix(self, prefix, /):
    return ll_str_removeprefix(self, ll.expect("str", prefix, "removeprefix() argument must be str, not {None}"))


def removesuffix(self, suffix, /):
    return ll_str_removesuffix(self, ll.expect("str", suffix, "removesuffix() argument must be str, not {None}"))


def partition(self, sep, /):
    return ll_str_partition(self, text(sep))


def rpartition(self, sep, /):
    return ll_str_rpartition(self, text(sep))


def split(self, sep=None, maxsplit=-1):
    parts = []
    ll.holds(parts, self)
    if sep is None:
        ll.helper("string_split.ll_str_split_space cti>n", parts, self, most(maxsplit))
    else:
        by = ll.expect("str", sep, "must be str or None, not {}")
        ll.helper("string_split.ll_str_split ctti>n", parts, self, by, most(maxsplit))
    return parts


def rsplit(self, sep=None, maxsplit=-1):
    parts = []
    ll.holds(parts, self)
    if sep is None:
        ll.helper("string_split.ll_str_rsplit_space cti>n", parts, self, most(maxsplit))
    else:
        by = ll.expect("str", sep, "must be str or None, not {}")
        ll.helper("string_split.ll_str_rsplit ctti>n", parts, self, by, most(maxsplit))
    return parts


def splitlines(self, keepends=False):
    parts = []
    ll.holds(parts, self)
    ll.helper("string_split.ll_str_splitlines ctb>n", parts, self, flag(keepends))
    return parts


def join(self, iterable, /):
    parts = []
    ll.holds(parts, self)
    i = 0
    for x in iterable:
        ll.check("str", x)
        if not isinstance(x, str):
            raise TypeError(f"sequence item {i}: expected str instance, {ll.class_name_of(x)} found")
        ll.helper("list.ll_list_append cx>n", parts, x)
        i += 1
    return ll.helper("string.ll_str_join tc>t", self, parts)


def strip(self, chars=None, /):
    if chars is None:
        return ll_str_strip(self)
    return ll_str_strip_chars(self, ll.expect("str", chars, "strip arg must be None or str"))


def lstrip(self, chars=None, /):
    if chars is None:
        return ll_str_lstrip(self)
    return ll_str_lstrip_chars(self, ll.expect("str", chars, "lstrip arg must be None or str"))


def rstrip(self, chars=None, /):
    if chars is None:
        return ll_str_rstrip(self)
    return ll_str_rstrip_chars(self, ll.expect("str", chars, "rstrip arg must be None or str"))


def fill_character(x):
    return ll.expect("str", x, "The fill character must be a unicode character, not {}")


def center(self, width, fillchar=" ", /):
    return ll_str_center(self, size(width), fill_character(fillchar))


def ljust(self, width, fillchar=" ", /):
    return ll_str_ljust(self, size(width), fill_character(fillchar))


def rjust(self, width, fillchar=" ", /):
    return ll_str_rjust(self, size(width), fill_character(fillchar))


def zfill(self, width, /):
    return ll_str_zfill(self, size(width))


def expandtabs(self, tabsize=8):
    return ll_str_expandtabs(self, small(tabsize))


def encode(self, encoding="utf-8", errors="strict"):
    return ll_str_encode(
        self,
        ll.expect("str", encoding, "encode() argument 'encoding' must be str, not {None}"),
        ll.expect("str", errors, "encode() argument 'errors' must be str, not {None}"),
    )


def translate(self, table, /):
    images = ll.expect("dict", table, "'{}' object is not subscriptable")
    parts = []
    ll.holds(parts, self)
    for c in self:
        point = ord(c)
        if point in images:
            image = images[point]
            if isinstance(image, str):
                ll.helper("list.ll_list_append cx>n", parts, image)
            elif image is not None:
                other = ll.expect("int bool", image, "character mapping must return integer, None or str") + 0
                other = other._count()
                if other < 0 or other > 1114111:
                    raise ValueError("character mapping must be in range(0x110000)")
                ll.helper("list.ll_list_append cx>n", parts, chr(other))
        else:
            ll.helper("list.ll_list_append cx>n", parts, c)
    return ll.helper("string.ll_str_join tc>t", "", parts)


def maketrans(x, y=None, z=None, /):
    table = {}
    if y is None:
        for key, image in x.items():
            if isinstance(key, str):
                if len(key) != 1:
                    raise ValueError("string keys in translate table must be of length 1")
                table[ord(key)] = image
            else:
                table[ll.expect("int", key, "keys in translate table must be strings or integers")] = image
        return table
    sources = ll.expect("str", x, "first maketrans argument must be a string if there is a second argument")
    images = ll.expect("str", y, "maketrans() argument 2 must be str, not {None}")
    if len(sources) != len(images):
        raise ValueError("the first two maketrans arguments must have equal length")
    for key, image in zip(sources, images):
        table[ord(key)] = ord(image)
    if z is not None:
        for key in ll.expect("str", z, "maketrans() argument 3 must be str, not {None}"):
            table[ord(key)] = None
    return table


def format(self, /, *args, **kwargs):
    found, state, number = render(self, args, kwargs, 0, 0, 2)
    return found


def format_map(self, mapping, /):
    found, state, number = render(self, (), mapping, 0, 0, 2)
    return found


def mod(self, args):
    if isinstance(args, tuple):
        return fill(self, args, False, text_piece, "string")
    if isinstance(args, dict):
        return fill_from_dict(self, args, text_piece)
    return fill(self, (args,), has_items(args), text_piece, "string")


def lower(self):
    return ll_str_lower(self)


def upper(self):
    return ll_str_upper(self)


def casefold(self):
    return ll_str_casefold(self)


def swapcase(self):
    return ll_str_swapcase(self)


def title(self):
    return ll_str_title(self)


def capitalize(self):
    return ll_str_capitalize(self)


def isalpha(self):
    return ll_str_isalpha(self)


def isalnum(self):
    return ll_str_isalnum(self)


def isdigit(self):
    return ll_str_isdigit(self)


def isdecimal(self):
    return ll_str_isdecimal(self)


def isnumeric(self):
    return ll_str_isnumeric(self)


def isspace(self):
    return ll_str_isspace(self)


def isupper(self):
    return ll_str_isupper(self)


def islower(self):
    return ll_str_islower(self)


def istitle(self):
    return ll_str_istitle(self)


def isidentifier(self):
    return ll_str_isidentifier(self)


def isprintable(self):
    return ll_str_isprintable(self)


def isascii(self):
    return ll_str_isascii(self)
