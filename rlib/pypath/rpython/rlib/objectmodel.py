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


def instantiate(cls, nonmovable=False):
    """An object whose `__init__` did not run."""
    return cls.__new__(cls)


def keepalive_until_here(*values):
    pass


def newlist_hint(sizehint=0):
    return []


def resizelist_hint(items, sizehint):
    pass


def compute_hash(x):
    """A hash of a value: of an object, its own."""
    return hash(x)


def current_object_addr_as_int(x):
    raise NotImplementedError("objects have no address: they move")
