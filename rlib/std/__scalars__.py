"""What classes derive from that derive from builtin types whose values never change: each object
holds one, as those of `__bases__`. Methods that are not here are those of what it holds. A result
is of the builtin type, as CPython's."""


class Str:
    __slots__ = ("__held__",)

    def __new__(cls, x="", /):
        self = object.__new__(cls)
        self.__held__ = str(x)
        return self

    def __getitem__(self, index, /):
        return self.__held__[index]

    def __contains__(self, x, /):
        return x in self.__held__

    def __len__(self):
        return len(self.__held__)

    def __iter__(self):
        return iter(self.__held__)

    def __mul__(self, n, /):
        return self.__held__ * n

    def __rmul__(self, n, /):
        return self.__held__ * n

    def __mod__(self, x, /):
        return self.__held__ % x

    def __int__(self):
        return int(self.__held__)

    def __float__(self):
        return float(self.__held__)

    def __str__(self):
        return self.__held__

    def __repr__(self):
        return repr(self.__held__)

    def __format__(self, spec, /):
        return format(self.__held__, spec) if spec else str(self)

    def __hash__(self):
        return hash(self.__held__)

    def __add__(self, other, /):
        if isinstance(other, Str):
            return self.__held__ + other.__held__
        if isinstance(other, str):
            return self.__held__ + other
        return NotImplemented

    def __radd__(self, other, /):
        if isinstance(other, str):
            return other + self.__held__
        return NotImplemented

    def __eq__(self, other, /):
        if isinstance(other, Str):
            return self.__held__ == other.__held__
        if isinstance(other, str):
            return self.__held__ == other
        return NotImplemented

    def __ne__(self, other, /):
        if isinstance(other, Str):
            return self.__held__ != other.__held__
        if isinstance(other, str):
            return self.__held__ != other
        return NotImplemented

    def __lt__(self, other, /):
        if isinstance(other, Str):
            return self.__held__ < other.__held__
        if isinstance(other, str):
            return self.__held__ < other
        return NotImplemented

    def __le__(self, other, /):
        if isinstance(other, Str):
            return self.__held__ <= other.__held__
        if isinstance(other, str):
            return self.__held__ <= other
        return NotImplemented

    def __gt__(self, other, /):
        if isinstance(other, Str):
            return self.__held__ > other.__held__
        if isinstance(other, str):
            return self.__held__ > other
        return NotImplemented

    def __ge__(self, other, /):
        if isinstance(other, Str):
            return self.__held__ >= other.__held__
        if isinstance(other, str):
            return self.__held__ >= other
        return NotImplemented


class _Number:
    __slots__ = ("__held__",)

    def __int__(self):
        return int(self.__held__)

    def __float__(self):
        return float(self.__held__)

    def __bool__(self):
        return bool(self.__held__)

    def __abs__(self):
        return abs(self.__held__)

    def __neg__(self):
        return -self.__held__

    def __pos__(self):
        return +self.__held__

    def __round__(self, *digits):
        return round(self.__held__, *digits)

    def __divmod__(self, other, /):
        return divmod(self.__held__, other)

    def __repr__(self):
        return repr(self.__held__)

    def __format__(self, spec, /):
        return format(self.__held__, spec) if spec else str(self)

    def __hash__(self):
        return hash(self.__held__)

    def __add__(self, other, /):
        if isinstance(other, _Number):
            return self.__held__ + other.__held__
        if isinstance(other, (int, float)):
            return self.__held__ + other
        return NotImplemented

    def __sub__(self, other, /):
        if isinstance(other, _Number):
            return self.__held__ - other.__held__
        if isinstance(other, (int, float)):
            return self.__held__ - other
        return NotImplemented

    def __mul__(self, other, /):
        if isinstance(other, _Number):
            return self.__held__ * other.__held__
        if isinstance(other, (int, float)):
            return self.__held__ * other
        return NotImplemented

    def __truediv__(self, other, /):
        if isinstance(other, _Number):
            return self.__held__ / other.__held__
        if isinstance(other, (int, float)):
            return self.__held__ / other
        return NotImplemented

    def __floordiv__(self, other, /):
        if isinstance(other, _Number):
            return self.__held__ // other.__held__
        if isinstance(other, (int, float)):
            return self.__held__ // other
        return NotImplemented

    def __mod__(self, other, /):
        if isinstance(other, _Number):
            return self.__held__ % other.__held__
        if isinstance(other, (int, float)):
            return self.__held__ % other
        return NotImplemented

    def __pow__(self, other, /):
        if isinstance(other, _Number):
            return self.__held__ ** other.__held__
        if isinstance(other, (int, float)):
            return self.__held__ ** other
        return NotImplemented

    def __radd__(self, other, /):
        if isinstance(other, (int, float)):
            return other + self.__held__
        return NotImplemented

    def __rsub__(self, other, /):
        if isinstance(other, (int, float)):
            return other - self.__held__
        return NotImplemented

    def __rmul__(self, other, /):
        if isinstance(other, (int, float)):
            return other * self.__held__
        return NotImplemented

    def __rtruediv__(self, other, /):
        if isinstance(other, (int, float)):
            return other / self.__held__
        return NotImplemented

    def __rfloordiv__(self, other, /):
        if isinstance(other, (int, float)):
            return other // self.__held__
        return NotImplemented

    def __rmod__(self, other, /):
        if isinstance(other, (int, float)):
            return other % self.__held__
        return NotImplemented

    def __rpow__(self, other, /):
        if isinstance(other, (int, float)):
            return other ** self.__held__
        return NotImplemented

    def __eq__(self, other, /):
        if isinstance(other, _Number):
            return self.__held__ == other.__held__
        if isinstance(other, (int, float)):
            return self.__held__ == other
        return NotImplemented

    def __ne__(self, other, /):
        if isinstance(other, _Number):
            return self.__held__ != other.__held__
        if isinstance(other, (int, float)):
            return self.__held__ != other
        return NotImplemented

    def __lt__(self, other, /):
        if isinstance(other, _Number):
            return self.__held__ < other.__held__
        if isinstance(other, (int, float)):
            return self.__held__ < other
        return NotImplemented

    def __le__(self, other, /):
        if isinstance(other, _Number):
            return self.__held__ <= other.__held__
        if isinstance(other, (int, float)):
            return self.__held__ <= other
        return NotImplemented

    def __gt__(self, other, /):
        if isinstance(other, _Number):
            return self.__held__ > other.__held__
        if isinstance(other, (int, float)):
            return self.__held__ > other
        return NotImplemented

    def __ge__(self, other, /):
        if isinstance(other, _Number):
            return self.__held__ >= other.__held__
        if isinstance(other, (int, float)):
            return self.__held__ >= other
        return NotImplemented


class Int(_Number):
    __slots__ = ()

    def __new__(cls, x=0, /):
        self = object.__new__(cls)
        self.__held__ = int(x)
        return self

    def __index__(self):
        return self.__held__

    def __invert__(self):
        return ~self.__held__

    def __and__(self, other, /):
        if isinstance(other, Int):
            return self.__held__ & other.__held__
        if isinstance(other, int):
            return self.__held__ & other
        return NotImplemented

    def __or__(self, other, /):
        if isinstance(other, Int):
            return self.__held__ | other.__held__
        if isinstance(other, int):
            return self.__held__ | other
        return NotImplemented

    def __xor__(self, other, /):
        if isinstance(other, Int):
            return self.__held__ ^ other.__held__
        if isinstance(other, int):
            return self.__held__ ^ other
        return NotImplemented

    def __lshift__(self, other, /):
        if isinstance(other, Int):
            return self.__held__ << other.__held__
        if isinstance(other, int):
            return self.__held__ << other
        return NotImplemented

    def __rshift__(self, other, /):
        if isinstance(other, Int):
            return self.__held__ >> other.__held__
        if isinstance(other, int):
            return self.__held__ >> other
        return NotImplemented

    def __rand__(self, other, /):
        if isinstance(other, int):
            return other & self.__held__
        return NotImplemented

    def __ror__(self, other, /):
        if isinstance(other, int):
            return other | self.__held__
        return NotImplemented

    def __rxor__(self, other, /):
        if isinstance(other, int):
            return other ^ self.__held__
        return NotImplemented

    def __rlshift__(self, other, /):
        if isinstance(other, int):
            return other << self.__held__
        return NotImplemented

    def __rrshift__(self, other, /):
        if isinstance(other, int):
            return other >> self.__held__
        return NotImplemented


class Float(_Number):
    __slots__ = ()

    def __new__(cls, x=0.0, /):
        self = object.__new__(cls)
        self.__held__ = float(x)
        return self


class Tuple:
    __slots__ = ("__held__",)

    def __new__(cls, x=(), /):
        self = object.__new__(cls)
        self.__held__ = tuple(x)
        return self

    def __getitem__(self, index, /):
        return self.__held__[index]

    def __contains__(self, x, /):
        return x in self.__held__

    def __len__(self):
        return len(self.__held__)

    def __iter__(self):
        return iter(self.__held__)

    def __mul__(self, n, /):
        return self.__held__ * n

    def __rmul__(self, n, /):
        return self.__held__ * n

    def __repr__(self):
        return repr(self.__held__)

    def __hash__(self):
        return hash(self.__held__)

    def __add__(self, other, /):
        if isinstance(other, Tuple):
            return self.__held__ + other.__held__
        if isinstance(other, tuple):
            return self.__held__ + other
        return NotImplemented

    def __radd__(self, other, /):
        if isinstance(other, tuple):
            return other + self.__held__
        return NotImplemented

    def __eq__(self, other, /):
        if isinstance(other, Tuple):
            return self.__held__ == other.__held__
        if isinstance(other, tuple):
            return self.__held__ == other
        return NotImplemented

    def __ne__(self, other, /):
        if isinstance(other, Tuple):
            return self.__held__ != other.__held__
        if isinstance(other, tuple):
            return self.__held__ != other
        return NotImplemented

    def __lt__(self, other, /):
        if isinstance(other, Tuple):
            return self.__held__ < other.__held__
        if isinstance(other, tuple):
            return self.__held__ < other
        return NotImplemented

    def __le__(self, other, /):
        if isinstance(other, Tuple):
            return self.__held__ <= other.__held__
        if isinstance(other, tuple):
            return self.__held__ <= other
        return NotImplemented

    def __gt__(self, other, /):
        if isinstance(other, Tuple):
            return self.__held__ > other.__held__
        if isinstance(other, tuple):
            return self.__held__ > other
        return NotImplemented

    def __ge__(self, other, /):
        if isinstance(other, Tuple):
            return self.__held__ >= other.__held__
        if isinstance(other, tuple):
            return self.__held__ >= other
        return NotImplemented
