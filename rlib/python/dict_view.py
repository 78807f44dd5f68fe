"""The methods and operators of the keys and the items of a dict: sets with its order."""

from rlib.python.set import add_all, remove_all, symmetric_difference_update, to_set


def bit_or(self, other):
    result = set(self)
    add_all(result, other)
    return result


def bit_and(self, other):
    if isinstance(other, (set, frozenset)) and len(self) <= len(other):
        return to_set(other).intersection(self)
    result = set()
    if len(other) > len(self):
        for x in self:
            if x in other:
                result.add(x)
    else:
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


def isdisjoint(self, other, /):
    for x in other:
        if x in self:
            return False
    return True
