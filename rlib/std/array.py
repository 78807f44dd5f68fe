"""Arrays of numbers of one machine type. The items lie in a list; the type code says which
numbers may be stored. Where it is a literal, the compiler hands over an item of the kind that
it stands for, `_kind`; else an array holds ints and floats."""

from rlib.bytes import ll_bytes_zeros
from rlib.words import (
    ll_float_word,
    ll_load1,
    ll_load2,
    ll_load4,
    ll_load8,
    ll_load_float,
    ll_narrow,
    ll_signed,
    ll_store,
    ll_widen,
)
from rpython.rlib._word import low64

__all__ = ["ArrayType", "array", "typecodes"]

typecodes = "bBuhHiIlLqQfd"

_SIZES = {"b": 1, "B": 1, "u": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}


class array:
    def __init__(self, typecode, initializer=(), /, *, _kind=None):
        if not isinstance(typecode, str):
            raise TypeError(f"array() argument 1 must be a unicode character, not {type(typecode).__name__}")
        if len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not str")
        if typecode not in _SIZES:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode = typecode
        self.itemsize = _SIZES[typecode]
        self._kind = _kind
        self._items = []
        # The ints that may be stored.
        self._least = 0
        self._most = 9223372036854775807
        if typecode in "bhilq":
            self._least = -9223372036854775807 - 1 >> 64 - 8 * self.itemsize
            self._most = ~self._least
        elif typecode in "BHI":
            self._most = (1 << 8 * self.itemsize) - 1
        if isinstance(initializer, str):
            if typecode != "u":
                raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
            self.fromunicode(initializer)
        elif isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            for x in initializer:
                self.append(x)

    def _item(self, x):
        """What is stored of x."""
        if isinstance(self._kind, str):
            if not isinstance(x, str):
                raise TypeError("array item must be unicode character")
            if len(x) != 1:
                raise TypeError("array item must be unicode character")
            return x
        if isinstance(self._kind, int):
            return self._int(x)
        if isinstance(self._kind, float) or self.typecode in "fd":
            return self._float(x)
        return self._int(x)

    def _int(self, x):
        if not isinstance(x, int):
            if not hasattr(x, "__index__"):
                raise TypeError(f"'{type(x).__name__}' object cannot be interpreted as an integer")
            x = x.__index__()
        x = x + 0
        if not self._least <= x <= self._most:
            raise OverflowError(_beyond(self.typecode, x))
        return low64(x)

    def _float(self, x):
        if not isinstance(x, (int, float)):
            raise TypeError(f"must be real number, not {type(x).__name__}")
        x = float(x)
        if self.typecode == "f":
            bits, _ = ll_narrow(x, 8, 23)
            return ll_widen(bits, 8, 23)
        return x

    def _like(self, items):
        """An array of the same kind with these items."""
        result = array(self.typecode, _kind=self._kind)
        result._items = items
        return result

    def append(self, x, /):
        self._items.append(self._item(x))

    def extend(self, iterable, /):
        if isinstance(iterable, array):
            if iterable.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            for x in iterable._items[:]:
                self._items.append(self._item(x))
        else:
            for x in iterable:
                self.append(x)

    def insert(self, i, x, /):
        self._items.insert(i, self._item(x))

    def pop(self, i=-1, /):
        if len(self._items) == 0:
            raise IndexError("pop from empty array")
        if not -len(self._items) <= i < len(self._items):
            raise IndexError("pop index out of range")
        return self._items.pop(i)

    def remove(self, x, /):
        if x not in self._items:
            raise ValueError("array.remove(x): x not in array")
        self._items.remove(x)

    def index(self, x, start=0, stop=9223372036854775807, /):
        for i in range(self._clamp(start), self._clamp(stop)):
            if self._items[i] == x:
                return i
        raise ValueError("array.index(x): x not in array")

    def count(self, x, /):
        return self._items.count(x)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return self._items[:]

    def fromlist(self, items, /):
        if not isinstance(items, list):
            raise TypeError("arg must be list")
        self._items.extend([self._item(x) for x in items])

    def fromunicode(self, text, /):
        for c in text:
            self.append(c)

    def tounicode(self):
        if self.typecode != "u":
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return "".join(self._items)

    def frombytes(self, data, /):
        if isinstance(data, bytearray):
            data = bytes(data)
        if not isinstance(data, bytes):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        if len(data) % self.itemsize != 0:
            raise ValueError("bytes length not a multiple of item size")
        for at in range(0, len(data), self.itemsize):
            self._items.append(self._load(data, at))

    def _load(self, data, at):
        if isinstance(self._kind, str):
            return chr(ll_load4(data, at, False))
        if isinstance(self._kind, int):
            return self._load_int(data, at)
        if isinstance(self._kind, float) or self.typecode in "fd":
            if self.itemsize == 4:
                return ll_widen(ll_load4(data, at, False), 8, 23)
            return ll_load_float(data, at, False)
        return self._load_int(data, at)

    def _load_int(self, data, at):
        size = self.itemsize
        if size == 1:
            x = ll_load1(data, at)
        elif size == 2:
            x = ll_load2(data, at, False)
        elif size == 4:
            x = ll_load4(data, at, False)
        else:
            x = ll_load8(data, at, False)
            if self._least == 0 and x < 0:
                raise OverflowError("frombytes gives an int that leaves 64 bits")
        return ll_signed(x, 8 * size) if self._least < 0 else x

    def tobytes(self):
        return _bytes(self, False)

    def byteswap(self):
        swapped = _bytes(self, True)
        self._items.clear()
        self.frombytes(swapped)

    def fromfile(self, f, n, /):
        data = f.read(self.itemsize * n)
        self.frombytes(data[: len(data) - len(data) % self.itemsize])
        if len(data) < self.itemsize * n:
            raise EOFError("read() didn't return enough bytes")

    def tofile(self, f, /):
        f.write(self.tobytes())

    def __len__(self):
        return len(self._items)

    def __bool__(self):
        return len(self._items) > 0

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, x, /):
        return x in self._items

    def __getitem__(self, i, /):
        if isinstance(i, slice):
            return self._like(self._items[i])
        return self._items[self._place(i, "array index out of range")]

    def __setitem__(self, i, x, /):
        if isinstance(i, slice):
            if not isinstance(x, array):
                raise TypeError(f'can only assign array (not "{type(x).__name__}") to array slice')
            if x.typecode != self.typecode:
                raise TypeError("bad argument type for built-in operation")
            self._items[i] = [self._item(item) for item in x._items]
        else:
            place = self._place(i, "array assignment index out of range")
            self._items[place] = self._item(x)

    def __delitem__(self, i, /):
        if isinstance(i, slice):
            del self._items[i]
        else:
            del self._items[self._place(i, "array assignment index out of range")]

    def _place(self, i, message):
        if not isinstance(i, int):
            if not hasattr(i, "__index__"):
                raise TypeError("array indices must be integers")
            i = i.__index__()
        if i < 0:
            i += len(self._items)
        if not 0 <= i < len(self._items):
            raise IndexError(message)
        return i

    def _clamp(self, i):
        return min(max(i + len(self._items) if i < 0 else i, 0), len(self._items))

    def __copy__(self):
        return self._like(self._items[:])

    def __deepcopy__(self, memo):
        return self._like(self._items[:])

    def __add__(self, other, /):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        result = self._like(self._items[:])
        result.extend(other)
        return result

    def __iadd__(self, other, /):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n, /):
        return self._like(self._items * n)

    def __rmul__(self, n, /):
        return self._like(self._items * n)

    def __imul__(self, n, /):
        self._items *= n
        return self

    def __eq__(self, other, /):
        if not isinstance(other, array):
            return NotImplemented
        return self._items == other._items

    def __lt__(self, other, /):
        if not isinstance(other, array):
            return NotImplemented
        return self._items < other._items

    def __le__(self, other, /):
        if not isinstance(other, array):
            return NotImplemented
        return self._items <= other._items

    def __gt__(self, other, /):
        if not isinstance(other, array):
            return NotImplemented
        return self._items > other._items

    def __ge__(self, other, /):
        if not isinstance(other, array):
            return NotImplemented
        return self._items >= other._items

    def __repr__(self):
        if len(self._items) == 0:
            return f"array('{self.typecode}')"
        if self.typecode == "u":
            return f"array('u', {''.join([str(x) for x in self._items])!r})"
        return f"array('{self.typecode}', {self._items!r})"


ArrayType = array


def _bytes(a, is_big):
    size = a.itemsize
    data = ll_bytes_zeros(len(a._items) * size)
    at = 0
    for x in a._items:
        if isinstance(x, str):
            word = ord(x)
        elif isinstance(x, float):
            word = ll_float_word(x)
            if size == 4:
                word, _ = ll_narrow(x, 8, 23)
        else:
            word = x
        ll_store(data, at, size, word, is_big)
        at += size
    return data


def _beyond(code, x):
    """Why such an array cannot hold an int."""
    if code == "Q":
        return "can't convert negative int to unsigned" if x < 0 else "int too big to convert"
    if code == "q":
        return "int too big to convert"
    if code in "IL":
        if x < 0:
            return "can't convert negative value to unsigned int"
        if x >> 64 > 0:
            return "Python int too large to convert to C unsigned long"
        return "unsigned int is greater than maximum"
    if not -9223372036854775807 - 1 <= x <= 9223372036854775807:
        return "Python int too large to convert to C long"
    what = "signed integer"
    if code in "bBh" and -32768 <= x <= 32767:
        what = "signed char"
    elif code in "bh":
        what = "signed short integer"
    elif code == "H" and -2147483648 <= x <= 2147483647:
        what = "unsigned short"
    if code == "B":
        what = "unsigned byte integer"
    return what + (" is less than minimum" if x < 0 else " is greater than maximum")
