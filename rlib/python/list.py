"""The methods and operators of list."""

from rlib import lowlevel as ll
from rlib.python.arguments import bound, first, last, place, size


def append(self, object):
    ll.helper("list.ll_list_append cx>n", self, object)


def extend(self, iterable):
    if iterable is self:
        ll.helper("list.ll_list_extend cc>n", self, self)
    else:
        for x in iterable:
            ll.helper("list.ll_list_append cx>n", self, x)


def extend_by_star(self, iterable):
    """`[*iterable]` so far."""
    extend(self, ll.starred(iterable))


def insert(self, index, object):
    ll.helper("list.ll_list_insert cix>n", self, size(index), object)


def pop(self, /, *index):
    if len(index) == 0:
        return ll.helper("list.ll_list_pop c>x", self)
    if len(index) > 1:
        raise TypeError(f"pop expected at most 1 argument, got {len(index)}")
    return ll.helper("list.ll_list_pop_at ci>x", self, size(index[0]))


def remove(self, value):
    ll.helper("list.ll_list_remove csE0s>n", self, value)


def clear(self):
    ll.helper("list.ll_list_clear c>n", self)


def index(self, value, start=0, stop=9223372036854775807):
    i = ll.helper("list.ll_list_find csiiE0s>i", self, value, place(start), place(stop))
    if i < 0:
        raise ValueError(f"{value!r} is not in list")
    return i


def count(self, value):
    return ll.helper("list.ll_list_count csE0s>i", self, value)


def reverse(self):
    ll.helper("list.ll_list_reverse c>n", self)


def copy(self):
    return ll.helper("list.ll_list_copy c>c", self)


def sort(self, *, key=None, reverse=False):
    if key is None:
        ll.helper("sort.ll_list_sort cL00b>n", self, True if reverse else False)
    else:
        keys = []
        for x in self:
            keys.append(key(x))
        ll.helper("entries.ll_list_sort_with ccL11b>n", self, keys, True if reverse else False)


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


def set_slice(self, start, stop, step, iterable):
    other = []
    ll.unify(other, self)
    for x in iterable:
        ll.helper("list.ll_list_append cx>n", other, x)
    if step is None or step == 1:
        ll.helper(
            "list.ll_list_setspan ciic>n", self, first(start), last(stop), other
        )
    else:
        ll.helper(
            "list.ll_list_setslice ciiibbc>n",
            self,
            first(start),
            first(stop),
            bound(step),
            start is not None,
            stop is not None,
            other,
        )


def del_slice(self, start, stop, step):
    if step is None or step == 1:
        ll.helper("list.ll_list_delspan cii>n", self, first(start), last(stop))
    else:
        ll.helper(
            "list.ll_list_delslice ciiibb>n",
            self,
            first(start),
            first(stop),
            bound(step),
            start is not None,
            stop is not None,
        )


def del_item(self, index):
    ll.helper("list.ll_list_delitem ci>n", self, index + 0)


def add(self, other):
    result = ll.helper("list.ll_list_copy c>c", self)
    for x in other:
        ll.helper("list.ll_list_append cx>n", result, x)
    return result


def iadd(self, other):
    extend(self, other)
    return self


def mul(self, n):
    return ll.helper("list.ll_list_repeat ci>c", self, n + 0)


def imul(self, n):
    ll.helper("list.ll_list_repeat_inplace ci>n", self, n + 0)
    return self
