"""The methods and operators of set."""

from rlib import lowlevel as ll


def add(self, element):
    ll.helper("entries.ll_set_put cxH0E00>n", self, element)


def discard(self, element):
    ll.helper("entries.ll_set_drop csHsE0s>b", self, element)


def remove(self, element):
    if not ll.helper("entries.ll_set_drop csHsE0s>b", self, element):
        raise KeyError(element)


def pop(self):
    return ll.helper("set.ll_set_pop c>x", self)


def clear(self):
    ll.helper("set.ll_set_clear c>n", self)


def copy(self):
    return ll.helper("set_algebra.ll_set_copy c>c", self)


def add_all(self, other):
    other = ll.held("", other)
    if isinstance(other, (set, frozenset)):
        ll.unify(self, other)
        ll.helper("set_algebra.ll_set_update ccE00>n", self, other)
    else:
        for x in other:
            ll.helper("entries.ll_set_put cxH0E00>n", self, x)


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


def ibit_or(self, other):
    ll.unify(self, other)
    ll.helper("set_algebra.ll_set_update ccE00>n", self, other)
    return self


def ibit_and(self, other):
    ll.unify(self, other)
    ll.helper("set_algebra.ll_set_become cc>n", self, ll.helper("set_algebra.ll_set_intersection ccE00>c", self, other))
    return self


def isub(self, other):
    ll.unify(self, other)
    ll.helper("set_algebra.ll_set_difference_update ccE00>n", self, other)
    return self


def ibit_xor(self, other):
    ll.unify(self, other)
    ll.helper("set_algebra.ll_set_symmetric_difference_update ccE00>n", self, other)
    return self


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


def to_set(iterable):
    iterable = ll.held("", iterable)
    if isinstance(iterable, (set, frozenset)):
        return iterable
    result = ll.new_set()
    add_all(result, iterable)
    return result


def union(self, *others):
    result = to_mutable(self)
    for other in others:
        add_all(result, other)
    return result


def to_mutable(self):
    result = ll.new_set()
    ll.unify(result, self)
    ll.helper("set_algebra.ll_set_update ccE00>n", result, self)
    return result


def intersection(self, *others):
    result = self
    for other in others:
        result = common(result, other)
    return result if len(others) > 0 else copy(self)


def common(self, other):
    other = ll.held("", other)
    if isinstance(other, (set, frozenset)):
        return self & other
    result = ll.new_set()
    for x in other:
        if x in self:
            ll.helper("entries.ll_set_put cxH0E00>n", result, x)
    return result


def difference(self, *others):
    result = copy(self)
    for other in others:
        remove_all(result, other)
    return result


def remove_all(self, other):
    other = ll.held("", other)
    if isinstance(other, (set, frozenset)):
        isub(self, other)
    else:
        for x in other:
            ll.helper("entries.ll_set_drop csHsE0s>b", self, x)


def symmetric_difference(self, other, /):
    other = ll.held("", other)
    if isinstance(other, (set, frozenset)):
        return bit_xor(self, other)
    result = to_set(other)
    ll.unify(result, self)
    ll.helper("set_algebra.ll_set_symmetric_difference_update ccE00>n", result, self)
    return result


def update(self, *others):
    for other in others:
        add_all(self, other)


def difference_update(self, *others):
    for other in others:
        remove_all(self, other)


def intersection_update(self, *others):
    found = intersection(self, *others)
    ll.unify(self, found)
    ll.helper("set_algebra.ll_set_become cc>n", self, found)


def symmetric_difference_update(self, other, /):
    ibit_xor(self, to_set(other))
