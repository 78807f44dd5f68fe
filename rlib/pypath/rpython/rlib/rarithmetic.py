"""Machine words: `intmask` and its kin, and unsigned and narrow ints as classes.

An unsigned word is kept as the int with a sign that has the same bits, so that all
arithmetic is that of ints under `intmask`, which needs no check when compiled.
"""

from rpython.rlib._word import low64

LONG_BIT = 64
LONG_BIT_SHIFT = 6
LONG_MASK = 2**64 - 1
LONG_TEST = 2**63
LONGLONG_BIT = 64
LONGLONG_MASK = 2**64 - 1
LONGLONG_TEST = 2**63
LONGLONGLONG_BIT = 128
INT_MAX = 2147483647
INT_MIN = -2147483648
maxint = 9223372036854775807
maxint32 = 2147483647
minint32 = -2147483648
SHRT_MAX = 32767
SHRT_MIN = -32768
USHRT_MAX = 65535
UINT_MAX = 4294967295
MIN = -9223372036854775807 - 1


def intmask(n):
    """The low 64 bits of an int, or an unsigned one, as an int with a sign."""
    if isinstance(n, r_uint):
        return n.bits
    if isinstance(n, narrow_int):
        return n.value
    return low64(n)


def longlongmask(n):
    return intmask(n)


def longlonglongmask(n):
    """The low 128 bits of an int."""
    n = n & 2**128 - 1
    return n - 2**128 if n >> 127 else n


def ovfcheck(n):
    """n, if it fits a machine word; else OverflowError. (naja's ints are checked anyway.)"""
    if n > 9223372036854775807 or n < MIN:
        raise OverflowError("signed integer expression did overflow")
    return n


def ovfcheck_float_to_int(x):
    if -9223372036854775808.0 <= x < 9223372036854775808.0:
        return int(x)
    raise OverflowError("float does not fit an int")


def widen(n):
    """An int of a machine word, of any narrower one."""
    if isinstance(n, narrow_int):
        return n.value
    return n


def is_valid_int(n):
    return MIN <= n <= maxint


def is_emulated_long(n):
    return False


def int_between(n, m, p):
    return n <= m < p


def int_force_ge_zero(n):
    return n if n > 0 else 0


def highest_bit(n):
    """The place of the highest bit of a power of two."""
    return n.bit_length() - 1


def most_neg_value_of_same_type(n):
    return MIN


def most_pos_value_of_same_type(n):
    return maxint


def int_c_div(x, y):
    """x / y as C has it: rounded towards zero."""
    r = x // y
    if x ^ y < 0 and x != r * y:
        r += 1
    return r


def int_c_mod(x, y):
    """What is left by `int_c_div`: with the sign of x."""
    r = x % y
    if x ^ y < 0 and r:
        r -= y
    return r


def byteswap(n):
    """The bytes of a word turned round."""
    result = 0
    for _ in range(8):
        result = intmask(result << 8 | n & 0xFF)
        n >>= 8
    return result


def mulmod(a, b, c):
    """a * b % c, of which only the product may leave a word."""
    return intmask((2**64 - 2**64 + a) * b % c)


def string_to_int(s, base=10, allow_underscores=False, no_implicit_octal=False):
    return int(s, base)


def bits_less(a, b):
    """a < b for the unsigned words that have these bits."""
    return a ^ MIN < b ^ MIN


def bits_floordiv(a, b):
    """The quotient of two unsigned words."""
    if b < 0:
        return 0 if bits_less(a, b) else 1
    if a >= 0:
        return a // b
    q = (a >> 1 & maxint) // b
    q = intmask(q << 1)
    rest = intmask(a - q * b)
    return q if bits_less(rest, b) else q + 1


def bits_rshift(a, n):
    if n >= 64:
        return 0
    return a >> n if n == 0 else a >> n & maxint >> n - 1


class r_uint:
    """An unsigned 64-bit word, which wraps."""

    __slots__ = ("bits",)
    _immutable_fields_ = ["bits"]
    BITS = 64
    MASK = 2**64 - 1
    SIGNED = False

    def __init__(self, value=0):
        self.bits = intmask(value)

    def __add__(self, other):
        return r_uint(intmask(self.bits + intmask(other)))

    __radd__ = __add__

    def __sub__(self, other):
        return r_uint(intmask(self.bits - intmask(other)))

    def __rsub__(self, other):
        return r_uint(intmask(intmask(other) - self.bits))

    def __mul__(self, other):
        return r_uint(intmask(self.bits * intmask(other)))

    __rmul__ = __mul__

    def __floordiv__(self, other):
        return r_uint(bits_floordiv(self.bits, intmask(other)))

    def __rfloordiv__(self, other):
        return r_uint(bits_floordiv(intmask(other), self.bits))

    def __mod__(self, other):
        b = intmask(other)
        return r_uint(intmask(self.bits - bits_floordiv(self.bits, b) * b))

    def __rmod__(self, other):
        a = intmask(other)
        return r_uint(intmask(a - bits_floordiv(a, self.bits) * self.bits))

    def __lshift__(self, n):
        return r_uint(intmask(self.bits << intmask(n)))

    def __rlshift__(self, other):
        return r_uint(intmask(intmask(other) << self.bits))

    def __rshift__(self, n):
        return r_uint(bits_rshift(self.bits, intmask(n)))

    def __rrshift__(self, other):
        return r_uint(bits_rshift(intmask(other), self.bits))

    def __and__(self, other):
        return r_uint(self.bits & intmask(other))

    __rand__ = __and__

    def __or__(self, other):
        return r_uint(self.bits | intmask(other))

    __ror__ = __or__

    def __xor__(self, other):
        return r_uint(self.bits ^ intmask(other))

    __rxor__ = __xor__

    def __invert__(self):
        return r_uint(~self.bits)

    def __neg__(self):
        return r_uint(intmask(-self.bits))

    def __pos__(self):
        return self

    def __abs__(self):
        return self

    def __eq__(self, other):
        if isinstance(other, r_uint):
            return self.bits == other.bits
        return other >= 0 and self.bits == intmask(other)

    def __ne__(self, other):
        return not self == other

    def __lt__(self, other):
        return bits_less(self.bits, intmask(other))

    def __le__(self, other):
        return not bits_less(intmask(other), self.bits)

    def __gt__(self, other):
        return bits_less(intmask(other), self.bits)

    def __ge__(self, other):
        return not bits_less(self.bits, intmask(other))

    def __bool__(self):
        return self.bits != 0

    def __hash__(self):
        return self.bits

    def __int__(self):
        if self.bits < 0:
            raise OverflowError("the unsigned word does not fit an int: see intmask")
        return self.bits

    def __index__(self):
        return self.__int__()

    def __float__(self):
        if self.bits >= 0:
            return float(self.bits)
        return float(bits_rshift(self.bits, 1) | self.bits & 1) * 2.0

    def __str__(self):
        return str(self.bits if self.bits >= 0 else self.bits + 2**64)

    def __repr__(self):
        return str(self)


r_ulonglong = r_uint


class narrow_int:
    """An int of fewer bits than a word. Arithmetic gives the class of the left operand."""

    BITS = 64
    SIGNED = True

    def __init__(self, value=0):
        self.value = cut(intmask(value), self.BITS, self.SIGNED)

    def __add__(self, other):
        return type(self)(intmask(self.value + intmask(other)))

    def __radd__(self, other):
        return type(self)(intmask(intmask(other) + self.value))

    def __sub__(self, other):
        return type(self)(intmask(self.value - intmask(other)))

    def __rsub__(self, other):
        return type(self)(intmask(intmask(other) - self.value))

    def __mul__(self, other):
        return type(self)(intmask(self.value * intmask(other)))

    def __rmul__(self, other):
        return type(self)(intmask(intmask(other) * self.value))

    def __and__(self, other):
        return type(self)(intmask(self.value & intmask(other)))

    def __rand__(self, other):
        return type(self)(intmask(intmask(other) & self.value))

    def __or__(self, other):
        return type(self)(intmask(self.value | intmask(other)))

    def __ror__(self, other):
        return type(self)(intmask(intmask(other) | self.value))

    def __xor__(self, other):
        return type(self)(intmask(self.value ^ intmask(other)))

    def __rxor__(self, other):
        return type(self)(intmask(intmask(other) ^ self.value))

    def __floordiv__(self, other):
        return type(self)(intmask(self.value // intmask(other)))

    def __mod__(self, other):
        return type(self)(intmask(self.value % intmask(other)))

    def __lshift__(self, other):
        return type(self)(intmask(self.value << intmask(other)))

    def __rshift__(self, other):
        return type(self)(intmask(self.value >> intmask(other)))

    def __neg__(self):
        return type(self)(-self.value)

    def __invert__(self):
        return type(self)(~self.value)

    def __eq__(self, other):
        return self.value == intmask(other)

    def __ne__(self, other):
        return self.value != intmask(other)

    def __lt__(self, other):
        return self.value < intmask(other)

    def __le__(self, other):
        return self.value <= intmask(other)

    def __gt__(self, other):
        return self.value > intmask(other)

    def __ge__(self, other):
        return self.value >= intmask(other)

    def __bool__(self):
        return self.value != 0

    def __hash__(self):
        return hash(self.value)

    def __int__(self):
        return self.value

    def __index__(self):
        return self.value

    def __float__(self):
        return float(self.value)

    def __str__(self):
        return str(self.value)

    def __repr__(self):
        return str(self.value)


def cut(n, bits, signed):
    """The low bits of n."""
    n &= (1 << bits) - 1
    return n - (1 << bits) if signed and n >> bits - 1 else n


class r_int8(narrow_int):
    BITS = 8


class r_uint8(narrow_int):
    BITS = 8
    SIGNED = False


class r_int16(narrow_int):
    BITS = 16


class r_uint16(narrow_int):
    BITS = 16
    SIGNED = False


class r_int32(narrow_int):
    BITS = 32


class r_uint32(narrow_int):
    BITS = 32
    SIGNED = False


def r_int64(n):
    return intmask(n)


r_int = r_int64
r_longlong = r_int64
r_uint64 = r_uint
