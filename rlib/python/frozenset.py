"""The methods and operators of frozenset: what those of set give, as a frozenset."""

from rlib import lowlevel as ll
from rlib.python.set import add_all, common, remove_all, to_mutable, to_set


def copy(self):
    return self


def bit_or(self, other):
    ll.unify(self, other)
    return ll.helper("set_algebra.ll_set_union ccE00>c", self, other)


def bit_and(self, other):
    ll.unify(self, other)
    return ll.helper("set_algebra.ll_set_intersection ccE00>c", self, other)


def sub(self, other):
    ll.unify(self, other)
    return ll.helper("set_algebra.ll_set_difference ccE00>c", self, other)


def bit_xor(self, other):
    ll.unify(self, other)
    return ll.helper("set_algebra.ll_set_symmetric_difference ccE00>c", self, other)


def issubset(self, other, /):
    return self <= to_set(other)


def issuperset(self, other, /):
    other = ll.held("", other)
    if isinstance(other, (set, frozenset)):
        return self >= other
    for x in other:
        if x not in self:
            return False
    return True


def isdisjoint(self, other, /):
    for x in other:
        if x in self:
            return False
    return True


def union(self, *others):
    result = to_mutable(self)
    for other in others:
        add_all(result, other)
    return ll.freeze(result)


def intersection(self, *others):
    result = to_mutable(self)
    for other in others:
        result = to_mutable(common(result, other))
    return ll.freeze(result)


def difference(self, *others):
    result = to_mutable(self)
    for other in others:
        remove_all(result, other)
    return ll.freeze(result)


def symmetric_difference(self, other, /):
    other = ll.held("", other)
    result = to_mutable(other) if isinstance(other, (set, frozenset)) else to_set(other)
    ll.unify(result, self)
    ll.helper("set_algebra.ll_set_symmetric_difference_update ccE00>n", result, self)
    return ll.freeze(result)
