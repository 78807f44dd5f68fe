"""Containers made for one purpose each: queues with two ends, dicts that count, that make
what they lack, that know an order, that stand on others."""

from collections import namedtuple
from ._string import UserString
from ._user import UserDict, UserList
from collections.abc import Mapping, MutableMapping, MutableSequence

__all__ = [
    "ChainMap",
    "Counter",
    "OrderedDict",
    "UserDict",
    "UserList",
    "UserString",
    "defaultdict",
    "deque",
    "namedtuple",
]


class deque(MutableSequence):
    """A list whose first items may be dead: those before `_first`. What is taken from the
    left dies; what is put there takes the place of a dead one. When the dead are more than
    the living they go, all at once: so each end costs constant time, on average."""

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._items = []
        self._first = 0
        # Counts the changes: an iteration sees that there was one.
        self._changes = 0
        self._most = maxlen
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._most

    def append(self, x, /):
        self._changes += 1
        self._items.append(x)
        if self._most is not None and len(self) > self._most:
            self._drop_first()

    def appendleft(self, x, /):
        self._put_left(x)
        if self._most is not None and len(self) > self._most:
            self._items.pop()

    def pop(self):
        if len(self._items) == self._first:
            raise IndexError("pop from an empty deque")
        self._changes += 1
        return self._items.pop()

    def popleft(self):
        if len(self._items) == self._first:
            raise IndexError("pop from an empty deque")
        self._changes += 1
        x = self._items[self._first]
        self._drop_first()
        return x

    def extend(self, iterable, /):
        if isinstance(iterable, deque):
            # It may be this one.
            iterable = iterable._living()[:]
        for x in iterable:
            deque.append(self, x)

    def extendleft(self, iterable, /):
        if isinstance(iterable, deque):
            iterable = iterable._living()[:]
        for x in iterable:
            deque.appendleft(self, x)

    def clear(self):
        self._changes += 1
        self._items.clear()
        self._first = 0

    def copy(self):
        return self.__class__(self, self._most)

    def __copy__(self):
        return self.copy()

    def rotate(self, n=1, /):
        length = len(self)
        if length < 2:
            return
        n %= length
        if n <= length // 2:
            for _ in range(n):
                self._put_left(self._items.pop())
        else:
            for _ in range(length - n):
                self._items.append(self._items[self._first])
                self._drop_first()
            self._changes += 1

    def reverse(self):
        self._living().reverse()

    def count(self, x, /):
        return self._living().count(x)

    def index(self, x, start=0, stop=None, /):
        items = self._living()
        length = len(items)
        if start < 0:
            start = max(start + length, 0)
        if stop is None:
            stop = length
        elif stop < 0:
            stop += length
        for i in range(start, min(stop, length)):
            if items[i] == x:
                return i
        raise ValueError(f"{x!r} is not in deque")

    def insert(self, i, x, /):
        if self._most is not None and len(self) >= self._most:
            raise IndexError("deque already at its maximum size")
        self._changes += 1
        self._living().insert(i, x)

    def remove(self, value, /):
        items = self._living()
        if value not in items:
            raise ValueError(f"{value!r} is not in deque")
        self._changes += 1
        items.remove(value)

    def __getitem__(self, i, /):
        return self._items[self._place(i)]

    def __setitem__(self, i, value, /):
        self._items[self._place(i)] = value

    def __delitem__(self, i, /):
        place = self._place(i)
        self._changes += 1
        del self._items[place]

    def __len__(self):
        return len(self._items) - self._first

    def __bool__(self):
        return len(self._items) > self._first

    def __iter__(self):
        changes = self._changes
        for i in range(len(self)):
            yield self._items[self._first + i]
            if changes != self._changes:
                raise RuntimeError("deque mutated during iteration")

    def __reversed__(self):
        changes = self._changes
        for i in range(len(self)):
            yield self._items[-1 - i]
            if changes != self._changes:
                raise RuntimeError("deque mutated during iteration")

    def __contains__(self, x, /):
        return x in self._living()

    def __add__(self, other, /):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        result = self.copy()
        result.extend(other)
        return result

    def __iadd__(self, other, /):
        self.extend(other)
        return self

    def __mul__(self, n, /):
        return self.__class__(self._living() * n, self._most)

    def __rmul__(self, n, /):
        return self * n

    def __imul__(self, n, /):
        items = self._living() * n
        self.clear()
        self.extend(items)
        return self

    def __eq__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._living() == other._living()

    def __lt__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._living() < other._living()

    def __le__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._living() <= other._living()

    def __gt__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._living() > other._living()

    def __ge__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._living() >= other._living()

    def __repr__(self):
        most = "" if self._most is None else f", maxlen={self._most}"
        return f"{self.__class__.__name__}({self._living()!r}{most})"

    def _drop_first(self):
        self._first += 1
        if self._first > 16 + len(self):
            self._living()

    def _put_left(self, x):
        self._changes += 1
        if self._first == 0:
            # Any item will do as a dead one.
            self._first = len(self._items) // 2 + 4
            self._items[:0] = [x] * self._first
        self._first -= 1
        self._items[self._first] = x

    def _living(self):
        """The items, when the dead are gone."""
        if self._first > 0:
            del self._items[: self._first]
            self._first = 0
        return self._items

    def _place(self, i):
        """Where in `_items` the item i is."""
        length = len(self)
        if i < 0:
            i += length
        if i < 0 or i >= length:
            raise IndexError("deque index out of range")
        return self._first + i


class defaultdict(dict):
    """Makes the values of keys that it lacks."""

    def __init__(self, default_factory=None, /, *others, **pairs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        super().__init__(*others, **pairs)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def copy(self):
        return self.__class__(self.default_factory, self)

    def __copy__(self):
        return self.copy()

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(self.default_factory, other)
        result.update(self)
        return result

    def __repr__(self):
        return f"{self.__class__.__name__}({self.default_factory!r}, {dict(self)!r})"


class OrderedDict(dict):
    """A dict whose keys can be moved to either end. What a class that inherits from it defines
    is used where items are put by `update` and `setdefault`, and nowhere else."""

    def __init__(self, other=(), /, **pairs):
        self.update(other, **pairs)

    def update(self, other=(), /, **pairs):
        if hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in pairs.items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def popitem(self, last=True):
        if len(self) == 0:
            raise KeyError("dictionary is empty")
        if last:
            return super().popitem()
        for key in self:
            break
        return key, super().pop(key)

    def move_to_end(self, key, last=True):
        value = super().pop(key)
        if last:
            super().__setitem__(key, value)
            return
        others = dict(self)
        super().clear()
        super().__setitem__(key, value)
        super().update(others)

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        return self.copy()

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(other)
        result.update(self)
        return result

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return dict(self) == other

    def __ne__(self, other):
        return not self == other

    def __repr__(self):
        items = list(self.items())
        return f"{self.__class__.__name__}({items!r})" if len(items) > 0 else f"{self.__class__.__name__}()"


class Counter(dict):
    """How many there are of each thing."""

    def __init__(self, iterable=None, /, **counts):
        super().__init__()
        self.update(iterable, **counts)

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def __missing__(self, key):
        return 0

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        items = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return items if n is None else items[: max(n, 0)]

    def elements(self):
        for element, count in self.items():
            for _ in range(count):
                yield element

    def update(self, iterable=None, /, **counts):
        if iterable is not None:
            if isinstance(iterable, Mapping):
                self._add(iterable.items())
            else:
                for element in iterable:
                    self[element] = self.get(element, 0) + 1
        self._add(counts.items())

    def _add(self, items):
        for element, count in items:
            self[element] = count + self.get(element, 0)

    def subtract(self, iterable=None, /, **counts):
        if iterable is not None:
            if isinstance(iterable, Mapping):
                self._subtract(iterable.items())
            else:
                for element in iterable:
                    self[element] = self.get(element, 0) - 1
        self._subtract(counts.items())

    def _subtract(self, items):
        for element, count in items:
            self[element] = self.get(element, 0) - count

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        return self.copy()

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            result._keep(element, count + other[element])
        for element, count in other.items():
            if element not in self:
                result._keep(element, count)
        return result

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            result._keep(element, count - other[element])
        for element, count in other.items():
            if element not in self:
                result._keep(element, 0 - count)
        return result

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            others = other[element]
            result._keep(element, others if count < others else count)
        for element, count in other.items():
            if element not in self:
                result._keep(element, count)
        return result

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            others = other[element]
            result._keep(element, count if count < others else others)
        return result

    def _keep(self, element, count):
        if count > 0:
            self[element] = count

    def _only_positive(self):
        for element in [element for element, count in self.items() if not count > 0]:
            super().__delitem__(element)
        return self

    def __pos__(self):
        result = Counter()
        for element, count in self.items():
            result._keep(element, count)
        return result

    def __neg__(self):
        result = Counter()
        for element, count in self.items():
            result._keep(element, 0 - count)
        return result

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] = self[element] + count
        return self._only_positive()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] = self[element] - count
        return self._only_positive()

    def __ior__(self, other):
        for element, count in other.items():
            if count > self[element]:
                self[element] = count
        return self._only_positive()

    def __iand__(self, other):
        for element, count in self.items():
            others = other[element]
            if others < count:
                self[element] = others
        return self._only_positive()

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return dict(self) == other
        return self._within(other, lambda a, b: a == b)

    def __ne__(self, other):
        return not self == other

    def __le__(self, other):
        return self._within(other, lambda a, b: a <= b) if isinstance(other, Counter) else NotImplemented

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        return self._within(other, lambda a, b: a >= b) if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    def _within(self, other, fits):
        """Does each count fit the other one's? What is not there is there 0 times."""
        for element in self:
            if not fits(self[element], other[element]):
                return False
        for element in other:
            if not fits(self[element], other[element]):
                return False
        return True

    def __repr__(self):
        if len(self) == 0:
            return f"{self.__class__.__name__}()"
        return f"{self.__class__.__name__}({dict(self.most_common())!r})"


class ChainMap(MutableMapping):
    """Several mappings as one: what is looked for is found in the first that has it, what
    is written goes into the first of all."""

    def __init__(self, *maps):
        self.maps = list(maps) if len(maps) > 0 else [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(self._merged())

    def __iter__(self):
        return iter(self._merged())

    def __contains__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def __bool__(self):
        for mapping in self.maps:
            if len(mapping) > 0:
                return True
        return False

    def _merged(self):
        """A dict of all, the keys of the last mapping before those of the others."""
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(mapping)
        return merged

    def keys(self):
        return self._merged().keys()

    def values(self):
        return self._merged().values()

    def items(self):
        return self._merged().items()

    def new_child(self, m=None, **pairs):
        child = dict(pairs) if m is None else m
        return self.__class__(child, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    def __copy__(self):
        return self.copy()

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        if key not in self.maps[0]:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        del self.maps[0][key]

    def pop(self, key, *default):
        if key not in self.maps[0] and len(default) == 0:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        return self.maps[0].pop(key, *default)

    def popitem(self):
        if len(self.maps[0]) == 0:
            raise KeyError("No keys found in the first mapping.")
        return self.maps[0].popitem()

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def update(self, other=(), /, **pairs):
        self.maps[0].update(other, **pairs)

    def clear(self):
        self.maps[0].clear()

    def __eq__(self, other):
        return self._merged() == (other._merged() if isinstance(other, ChainMap) else other)

    def __or__(self, other):
        result = self.copy()
        result.update(other)
        return result

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __repr__(self):
        maps = ", ".join([repr(mapping) for mapping in self.maps])
        return f"{self.__class__.__name__}({maps})"
