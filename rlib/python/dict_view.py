"""The methods and operators of the keys and the items of a dict: sets with its order."""

from rlib.python.set import add_all, remove_all, symmetric_difference_update, to_set


def bit_or(self, other):
    result = set(self)
    add_all(result, other)
    return result


def bit_and(self, other):
    if isinstance(other, set) and len(self) <= len(other):
        return to_set(other).intersection(self)
    if len(other) > len(self) and not isinstance(other, (set, frozenset)):
        return chosen(other, self)
    return chosen(self, other)


def chosen(self, other):
    """Those of other that self has."""
    result = set()
    for x in other:
        if x in self:
            result.add(x)
    return result


def sub(self, other):
    result = set(self)
    remove_all(result, other)
    return result


def bit_xor(self, other):
    result = set(self)
    symmetric_difference_update(result, other)
    return result


def all_within(self, other):
    for x in self:
        if x not in other:
            return False
    return True


def equal(self, other):
    return len(self) == len(other) and all_within(self, other)


def unequal(self, other):
    return not equal(self, other)


def less(self, other):
    return len(self) < len(other) and all_within(self, other)


def less_or_equal(self, other):
    return len(self) <= len(other) and all_within(self, other)


def greater(self, other):
    return less(other, self)


def greater_or_equal(self, other):
    return less_or_equal(other, self)


def isdisjoint(self, other, /):
    for x in other:
        if x in self:
            return False
    return True
