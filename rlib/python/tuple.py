"""The methods and operators of tuple."""

from rlib import lowlevel as ll
from rlib.python.arguments import bound, first, last, place

def count(self, value):
    items = []
    for x in self:
        items.append(x)
    return ll.helper("list.ll_list_count csE0s>i", items, value)


def index(self, value, start=0, stop=9223372036854775807):
    items = []
    for x in self:
        items.append(x)
    i = ll.helper("list.ll_list_find csiiE0s>i", items, value, place(start), place(stop))
    if i < 0:
        raise ValueError("tuple.index(x): x not in tuple")
    return i


def get_slice(self, start, stop, step):
    if step is None or step == 1:
        return ll.helper(
            "list.ll_list_getspan cii>c", self, first(start), last(stop)
        )
    return ll.helper(
        "list.ll_list_getslice ciiibb>c",
        self,
        first(start),
        first(stop),
        bound(step),
        start is not None,
        stop is not None,
    )


def get_slice_of_items(self, start, stop, step):
    """The same of a tuple of known length: what is left of it is not known."""
    items = []
    for x in self:
        items.append(x)
    return get_slice(ll.freeze(items), start, stop, step)


def add(self, other):
    result = []
    for x in self:
        result.append(x)
    for x in other:
        result.append(x)
    return ll.freeze(result)


def mul(self, n):
    result = []
    for x in self:
        result.append(x)
    return ll.freeze(ll.helper("list.ll_list_repeat ci>c", result, n + 0))
