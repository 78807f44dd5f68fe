"""Hints to RPython's translator, most of which naja has no use for, and what programs
use of objects beside."""

from rpython.rlib._word import import_from_mixin, translated


def we_are_translated():
    return translated


def _itself(func):
    return func


class specialize:
    """Functions are specialised by themselves."""

    @staticmethod
    def memo():
        return _itself

    @staticmethod
    def arg(*args):
        return _itself

    @staticmethod
    def arg_or_var(*args):
        return _itself

    @staticmethod
    def argtype(*args):
        return _itself

    @staticmethod
    def ll():
        return _itself

    @staticmethod
    def ll_and_arg(*args):
        return _itself

    @staticmethod
    def call_location():
        return _itself


def always_inline(func):
    return func


def dont_inline(func):
    return func


def try_inline(func):
    return func


def not_rpython(func):
    return func


def stm_ignored(func):
    return func


def enforceargs(*types, **options):
    return _itself


def keepalive_until_here(*values):
    pass


def newlist_hint(sizehint=0):
    return []


def resizelist_hint(items, sizehint):
    pass


def instantiate(cls, nonmovable=False):
    """An object of a class without a call of its `__init__`."""
    return object.__new__(cls)


def compute_hash(x):
    """A hash of a value: of an object, its own."""
    return hash(x)


class r_dict:
    """A dict whose keys are compared and hashed by two functions."""

    def __init__(self, key_eq, key_hash, force_non_null=False, simple_hash_eq=False):
        self.key_eq = key_eq
        self.key_hash = key_hash
        # The entries by their hash, and all in order, by a number that grows.
        self.buckets = {}
        self.entries = {}
        self.next = 0

    def _find(self, key):
        for number in self.buckets.get(self.key_hash(key), []):
            if self.key_eq(self.entries[number][0], key):
                return number
        return -1

    def __setitem__(self, key, value):
        number = self._find(key)
        if number < 0:
            number = self.next
            self.next += 1
            self.buckets.setdefault(self.key_hash(key), []).append(number)
            self.entries[number] = (key, value)
        else:
            self.entries[number] = (self.entries[number][0], value)

    def __getitem__(self, key):
        number = self._find(key)
        if number < 0:
            raise KeyError(key)
        return self.entries[number][1]

    def __delitem__(self, key):
        number = self._find(key)
        if number < 0:
            raise KeyError(key)
        self.buckets[self.key_hash(key)].remove(number)
        del self.entries[number]

    def __contains__(self, key):
        return self._find(key) >= 0

    def __len__(self):
        return len(self.entries)

    def __iter__(self):
        return iter(self.keys())

    def get(self, key, default=None):
        number = self._find(key)
        return default if number < 0 else self.entries[number][1]

    def setdefault(self, key, default):
        number = self._find(key)
        if number < 0:
            self[key] = default
            return default
        return self.entries[number][1]

    def keys(self):
        return [entry[0] for entry in self.entries.values()]

    def values(self):
        return [entry[1] for entry in self.entries.values()]

    def items(self):
        return list(self.entries.values())

    def clear(self):
        self.buckets.clear()
        self.entries.clear()
