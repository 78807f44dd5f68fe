"""What classes derive from that derive from builtin types: each object holds one of the builtin
type, and does with it what CPython's type does, which asks an overridden method only where
CPython's does. `__make__` is called for every new object, before its `__init__`."""


class Dict:
    __slots__ = ("__held__",)

    def __make__(self):
        self.__held__ = {}

    def __init__(self, other=(), /, **pairs):
        self.__held__.update(other, **pairs)

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        result = cls()
        for key in iterable:
            result[key] = value
        return result

    def __getitem__(self, key, /):
        if hasattr(self.__class__, "__missing__"):
            if key in self.__held__:
                return self.__held__[key]
            return self.__class__.__missing__(self, key)
        return self.__held__[key]

    def __setitem__(self, key, value, /):
        self.__held__[key] = value

    def __delitem__(self, key, /):
        del self.__held__[key]

    def __contains__(self, key, /):
        return key in self.__held__

    def __len__(self):
        return len(self.__held__)

    def __iter__(self):
        return iter(self.__held__)

    def __reversed__(self):
        return reversed(self.__held__)

    def get(self, key, default=None, /):
        return self.__held__.get(key, default)

    def setdefault(self, key, default=None, /):
        return self.__held__.setdefault(key, default)

    def keys(self):
        return self.__held__.keys()

    def values(self):
        return self.__held__.values()

    def items(self):
        return self.__held__.items()

    def pop(self, key, /, *default):
        return self.__held__.pop(key, *default)

    def popitem(self):
        return self.__held__.popitem()

    def update(self, other=(), /, **pairs):
        self.__held__.update(other, **pairs)

    def clear(self):
        self.__held__.clear()

    def copy(self):
        return self.__held__.copy()

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__held__.copy()
        result.update(other)
        return result

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        result = other.copy()
        result.update(self.__held__)
        return result

    def __ior__(self, other, /):
        self.__held__.update(other)
        return self

    def __eq__(self, other, /):
        if isinstance(other, Dict):
            return self.__held__ == other.__held__
        if isinstance(other, dict):
            return self.__held__ == other
        return NotImplemented

    def __ne__(self, other, /):
        if isinstance(other, Dict):
            return self.__held__ != other.__held__
        if isinstance(other, dict):
            return self.__held__ != other
        return NotImplemented

    def __repr__(self):
        return repr(self.__held__)


class List:
    __slots__ = ("__held__",)

    def __make__(self):
        self.__held__ = []

    def __init__(self, iterable=(), /):
        self.__held__.clear()
        self.__held__.extend(iterable)

    def __getitem__(self, index, /):
        return self.__held__[index]

    def __setitem__(self, index, value, /):
        self.__held__[index] = value

    def __delitem__(self, index, /):
        del self.__held__[index]

    def __contains__(self, x, /):
        return x in self.__held__

    def __len__(self):
        return len(self.__held__)

    def __iter__(self):
        return iter(self.__held__)

    def __reversed__(self):
        return reversed(self.__held__)

    def append(self, x, /):
        self.__held__.append(x)

    def extend(self, iterable, /):
        if isinstance(iterable, List):
            # It may be this one.
            self.__held__.extend(list(iterable))
        else:
            self.__held__.extend(iterable)

    def insert(self, index, x, /):
        self.__held__.insert(index, x)

    def pop(self, /, *index):
        return self.__held__.pop(*index)

    def remove(self, x, /):
        self.__held__.remove(x)

    def clear(self):
        self.__held__.clear()

    def index(self, x, start=0, stop=9223372036854775807, /):
        return self.__held__.index(x, start, stop)

    def count(self, x, /):
        return self.__held__.count(x)

    def reverse(self):
        self.__held__.reverse()

    def copy(self):
        return self.__held__.copy()

    def sort(self, *, key=None, reverse=False):
        self.__held__.sort(key=key, reverse=reverse)

    def __add__(self, other, /):
        if isinstance(other, List):
            return self.__held__ + other.__held__
        if isinstance(other, list):
            return self.__held__ + other
        return NotImplemented

    def __radd__(self, other, /):
        if isinstance(other, list):
            return other + self.__held__
        return NotImplemented

    def __iadd__(self, other, /):
        if isinstance(other, List):
            self.__held__.extend(list(other))
        else:
            self.__held__.extend(other)
        return self

    def __mul__(self, n, /):
        return self.__held__ * n

    def __rmul__(self, n, /):
        return self.__held__ * n

    def __imul__(self, n, /):
        self.__held__ *= n
        return self

    def __eq__(self, other, /):
        if isinstance(other, List):
            return self.__held__ == other.__held__
        if isinstance(other, list):
            return self.__held__ == other
        return NotImplemented

    def __ne__(self, other, /):
        if isinstance(other, List):
            return self.__held__ != other.__held__
        if isinstance(other, list):
            return self.__held__ != other
        return NotImplemented

    def __lt__(self, other, /):
        if isinstance(other, List):
            return self.__held__ < other.__held__
        if isinstance(other, list):
            return self.__held__ < other
        return NotImplemented

    def __le__(self, other, /):
        if isinstance(other, List):
            return self.__held__ <= other.__held__
        if isinstance(other, list):
            return self.__held__ <= other
        return NotImplemented

    def __gt__(self, other, /):
        if isinstance(other, List):
            return self.__held__ > other.__held__
        if isinstance(other, list):
            return self.__held__ > other
        return NotImplemented

    def __ge__(self, other, /):
        if isinstance(other, List):
            return self.__held__ >= other.__held__
        if isinstance(other, list):
            return self.__held__ >= other
        return NotImplemented

    def __repr__(self):
        return repr(self.__held__)


class Set:
    __slots__ = ("__held__",)

    def __make__(self):
        self.__held__ = set()

    def __init__(self, iterable=(), /):
        self.__held__.clear()
        self.__held__.update(iterable)

    def __contains__(self, x, /):
        return x in self.__held__

    def __len__(self):
        return len(self.__held__)

    def __iter__(self):
        return iter(self.__held__)

    def add(self, x, /):
        self.__held__.add(x)

    def discard(self, x, /):
        self.__held__.discard(x)

    def remove(self, x, /):
        self.__held__.remove(x)

    def pop(self):
        return self.__held__.pop()

    def clear(self):
        self.__held__.clear()

    def copy(self):
        return self.__class__(self.__held__)

    def update(self, *others):
        for other in others:
            self.__held__.update(other)

    def union(self, *others):
        return self.__held__.union(*others)

    def intersection(self, *others):
        return self.__held__.intersection(*others)

    def difference(self, *others):
        return self.__held__.difference(*others)

    def symmetric_difference(self, other, /):
        return self.__held__.symmetric_difference(other)

    def intersection_update(self, *others):
        self.__held__.intersection_update(*others)

    def difference_update(self, *others):
        self.__held__.difference_update(*others)

    def symmetric_difference_update(self, other, /):
        self.__held__.symmetric_difference_update(other)

    def isdisjoint(self, other, /):
        return self.__held__.isdisjoint(other)

    def issubset(self, other, /):
        return self.__held__.issubset(other)

    def issuperset(self, other, /):
        return self.__held__.issuperset(other)

    def __or__(self, other, /):
        if isinstance(other, (set, frozenset)):
            return self.__held__.union(other)
        return NotImplemented

    def __ror__(self, other, /):
        if isinstance(other, (set, frozenset)):
            return other.union(self.__held__)
        return NotImplemented

    def __and__(self, other, /):
        if isinstance(other, (set, frozenset)):
            return self.__held__.intersection(other)
        return NotImplemented

    def __rand__(self, other, /):
        if isinstance(other, (set, frozenset)):
            return other.intersection(self.__held__)
        return NotImplemented

    def __sub__(self, other, /):
        if isinstance(other, (set, frozenset)):
            return self.__held__.difference(other)
        return NotImplemented

    def __rsub__(self, other, /):
        if isinstance(other, (set, frozenset)):
            return other.difference(self.__held__)
        return NotImplemented

    def __xor__(self, other, /):
        if isinstance(other, (set, frozenset)):
            return self.__held__.symmetric_difference(other)
        return NotImplemented

    def __rxor__(self, other, /):
        if isinstance(other, (set, frozenset)):
            return other.symmetric_difference(self.__held__)
        return NotImplemented

    def __ior__(self, other, /):
        if isinstance(other, (set, frozenset)):
            self.__held__.update(other)
            return self
        return NotImplemented

    def __iand__(self, other, /):
        if isinstance(other, (set, frozenset)):
            self.__held__.intersection_update(other)
            return self
        return NotImplemented

    def __isub__(self, other, /):
        if isinstance(other, (set, frozenset)):
            self.__held__.difference_update(other)
            return self
        return NotImplemented

    def __ixor__(self, other, /):
        if isinstance(other, (set, frozenset)):
            self.__held__.symmetric_difference_update(other)
            return self
        return NotImplemented

    def __eq__(self, other, /):
        if isinstance(other, Set):
            return self.__held__ == other.__held__
        if isinstance(other, (set, frozenset)):
            return self.__held__ == other
        return NotImplemented

    def __ne__(self, other, /):
        if isinstance(other, Set):
            return self.__held__ != other.__held__
        if isinstance(other, (set, frozenset)):
            return self.__held__ != other
        return NotImplemented

    def __le__(self, other, /):
        if isinstance(other, Set):
            return self.__held__ <= other.__held__
        if isinstance(other, (set, frozenset)):
            return self.__held__ <= other
        return NotImplemented

    def __lt__(self, other, /):
        if isinstance(other, Set):
            return self.__held__ < other.__held__
        if isinstance(other, (set, frozenset)):
            return self.__held__ < other
        return NotImplemented

    def __ge__(self, other, /):
        if isinstance(other, Set):
            return self.__held__ >= other.__held__
        if isinstance(other, (set, frozenset)):
            return self.__held__ >= other
        return NotImplemented

    def __gt__(self, other, /):
        if isinstance(other, Set):
            return self.__held__ > other.__held__
        if isinstance(other, (set, frozenset)):
            return self.__held__ > other
        return NotImplemented

    def __repr__(self):
        name = self.__class__.__name__
        if len(self.__held__) == 0:
            return f"{name}()"
        return f"{name}({{{repr(self.__held__)[1:-1]}}})"
