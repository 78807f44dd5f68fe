"""Low-level containers of Python's values, and back."""

from rlib import lowlevel as ll

CLASSES = {bool: ll.BoolArray, int: ll.IntArray, float: ll.FloatArray}


def item_class(values):
    """The items array for the values: of pointers where they are of several types, of
    ints where there are none."""
    types = {type(x) for x in values or (0,)}
    return CLASSES.get(types.pop(), ll.ObjectArray) if len(types) == 1 else ll.ObjectArray


def new_list(values, kind=None):
    """A List of the values, without room."""
    values = list(values)
    l = ll.new(ll.List)
    l.items = ll.new_tail(kind or item_class(values), len(values))
    l.items[:] = values
    l.length = len(values)
    return l


def items_of(l):
    """The list's items; what is beyond its length must be zero."""
    zero = ll.zero_item(l.items)
    assert all(x is zero or x == zero for x in l.items[l.length :]), l.items
    return list(l.items[: l.length])
