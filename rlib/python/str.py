"""The methods and operators of str."""

from rlib import lowlevel as ll
from rlib.string import ll_str_join
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

LAST = 9223372036854775807


def get_slice(self, start, stop, step):
    if step is None or step == 1:
        return ll_str_slice(self, 0 if start is None else start, LAST if stop is None else stop)
    return ll_str_slice_step(
        self,
        0 if start is None else start,
        0 if stop is None else stop,
        step,
        start is not None,
        stop is not None,
    )


def first(start):
    return 0 if start is None else start


def last(end):
    return LAST if end is None else end


def find(self, sub, start=None, end=None, /):
    return ll_str_find(self, sub, first(start), last(end))


def rfind(self, sub, start=None, end=None, /):
    return ll_str_rfind(self, sub, first(start), last(end))


def index(self, sub, start=None, end=None, /):
    return ll_str_index_of(self, sub, first(start), last(end))


def rindex(self, sub, start=None, end=None, /):
    return ll_str_rindex_of(self, sub, first(start), last(end))


def count(self, sub, start=None, end=None, /):
    return ll_str_count(self, sub, first(start), last(end))


def startswith(self, prefix, start=None, end=None, /):
    if isinstance(prefix, str):
        return ll_str_startswith(self, prefix, first(start), last(end))
    for p in prefix:
        if ll_str_startswith(self, p, first(start), last(end)):
            return True
    return False


def endswith(self, suffix, start=None, end=None, /):
    if isinstance(suffix, str):
        return ll_str_endswith(self, suffix, first(start), last(end))
    for p in suffix:
        if ll_str_endswith(self, p, first(start), last(end)):
            return True
    return False


def replace(self, old, new, count=-1, /):
    return ll_str_replace(self, old, new, LAST if count < 0 else count)


def removeprefix(self, prefix, /):
    return ll_str_removeprefix(self, prefix)


def removesuffix(self, suffix, /):
    return ll_str_removesuffix(self, suffix)


def partition(self, sep, /):
    return ll_str_partition(self, sep)


def rpartition(self, sep, /):
    return ll_str_rpartition(self, sep)


def split(self, sep=None, maxsplit=-1):
    parts = []
    ll.holds(parts, self)
    most = LAST if maxsplit < 0 else maxsplit
    if sep is None:
        ll.helper("string_split.ll_str_split_space cpp>n", parts, self, most)
    else:
        ll.helper("string_split.ll_str_split cppp>n", parts, self, sep, most)
    return parts


def rsplit(self, sep=None, maxsplit=-1):
    parts = []
    ll.holds(parts, self)
    most = LAST if maxsplit < 0 else maxsplit
    if sep is None:
        ll.helper("string_split.ll_str_rsplit_space cpp>n", parts, self, most)
    else:
        ll.helper("string_split.ll_str_rsplit cppp>n", parts, self, sep, most)
    return parts


def splitlines(self, keepends=False):
    parts = []
    ll.holds(parts, self)
    ll.helper("string_split.ll_str_splitlines cpp>n", parts, self, True if keepends else False)
    return parts


def join(self, iterable, /):
    parts = []
    ll.holds(parts, self)
    i = 0
    for x in iterable:
        if not isinstance(x, str):
            raise TypeError(f"sequence item {i}: expected str instance, {ll.class_name_of(x)} found")
        ll.helper("list.ll_list_append cx>n", parts, x)
        i += 1
    return ll.helper("string.ll_str_join pc>t", self, parts)


def strip(self, chars=None, /):
    return ll_str_strip(self) if chars is None else ll_str_strip_chars(self, chars)


def lstrip(self, chars=None, /):
    return ll_str_lstrip(self) if chars is None else ll_str_lstrip_chars(self, chars)


def rstrip(self, chars=None, /):
    return ll_str_rstrip(self) if chars is None else ll_str_rstrip_chars(self, chars)


def center(self, width, fillchar=" ", /):
    return ll_str_center(self, width, fillchar)


def ljust(self, width, fillchar=" ", /):
    return ll_str_ljust(self, width, fillchar)


def rjust(self, width, fillchar=" ", /):
    return ll_str_rjust(self, width, fillchar)


def zfill(self, width, /):
    return ll_str_zfill(self, width)


def expandtabs(self, tabsize=8):
    return ll_str_expandtabs(self, tabsize)


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
