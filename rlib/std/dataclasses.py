"""Records of dataclasses, as dicts and tuples. What the methods `__asdict__`, `__astuple__` and
`__fields__` are, the compiler writes for each class."""

from copy import deepcopy
from dataclasses import KW_ONLY, MISSING, FrozenInstanceError, InitVar, dataclass, field, replace

__all__ = [
    "FrozenInstanceError",
    "InitVar",
    "KW_ONLY",
    "MISSING",
    "asdict",
    "astuple",
    "dataclass",
    "field",
    "fields",
    "is_dataclass",
    "replace",
]


class Field:
    __slots__ = ("name", "init", "repr", "compare", "kw_only")

    def __init__(self, name, init, repr, compare, kw_only):
        self.name = name
        self.init = init
        self.repr = repr
        self.compare = compare
        self.kw_only = kw_only


def fields(class_or_instance):
    if not hasattr(class_or_instance, "__fields__"):
        raise TypeError("must be called with a dataclass type or instance")
    return class_or_instance.__fields__(Field)


def is_dataclass(obj):
    return hasattr(obj, "__fields__")


def asdict(obj):
    if not hasattr(obj, "__asdict__"):
        raise TypeError("asdict() should be called on dataclass instances")
    return obj.__asdict__(_as_dicts)


def _as_dicts(value):
    if hasattr(value, "__asdict__"):
        return value.__asdict__(_as_dicts)
    if hasattr(value, "__converted__"):
        return value.__converted__(_as_dicts)
    if isinstance(value, list):
        return [_as_dicts(x) for x in value]
    if isinstance(value, tuple):
        return tuple([_as_dicts(x) for x in value])
    if isinstance(value, dict):
        return {_as_dicts(key): _as_dicts(x) for key, x in value.items()}
    return deepcopy(value)


def astuple(obj):
    if not hasattr(obj, "__astuple__"):
        raise TypeError("astuple() should be called on dataclass instances")
    return obj.__astuple__(_as_tuples)


def _as_tuples(value):
    if hasattr(value, "__astuple__"):
        return value.__astuple__(_as_tuples)
    if hasattr(value, "__converted__"):
        return value.__converted__(_as_tuples)
    if isinstance(value, list):
        return [_as_tuples(x) for x in value]
    if isinstance(value, tuple):
        return tuple([_as_tuples(x) for x in value])
    if isinstance(value, dict):
        return {_as_tuples(key): _as_tuples(x) for key, x in value.items()}
    return deepcopy(value)
