"""Ints of any size as objects: RPython's have 64 bits."""

from rpython.rlib._word import low64

ZERO = 2**64 - 2**64


class rbigint:
    __slots__ = ("value",)
    _immutable_fields_ = ["value"]

    def __init__(self, value=ZERO):
        self.value = ZERO + value

    @staticmethod
    def fromint(n):
        return rbigint(n)

    @staticmethod
    def fromlong(n):
        return rbigint(n)

    @staticmethod
    def frombool(b):
        return rbigint(1 if b else 0)

    @staticmethod
    def fromfloat(x):
        return rbigint(int(x))

    @staticmethod
    def fromstr(s, base=0):
        return rbigint(int(s, ZERO + (base or 10)))

    @staticmethod
    def fromdecimalstr(s):
        return rbigint(int(s, ZERO + 10))

    def toint(self):
        if self.fits_int():
            return low64(self.value)
        raise OverflowError("bigint does not fit an int")

    def fits_int(self):
        return -9223372036854775808 <= self.value <= 9223372036854775807

    def tobool(self):
        return self.value != 0

    def tolong(self):
        return self.value

    def tofloat(self):
        return float(self.value)

    def str(self):
        return "%d" % self.value

    def repr(self):
        return "%dL" % self.value

    def hash(self):
        return hash(self.value)

    def sign(self):
        return (self.value > 0) - (self.value < 0)

    def get_sign(self):
        return self.sign()

    def bit_length(self):
        return self.value.bit_length()

    def add(self, other):
        return rbigint(self.value + other.value)

    def sub(self, other):
        return rbigint(self.value - other.value)

    def mul(self, other):
        return rbigint(self.value * other.value)

    def floordiv(self, other):
        return rbigint(self.value // other.value)

    def div(self, other):
        return rbigint(self.value // other.value)

    def truediv(self, other):
        return self.value / other.value

    def mod(self, other):
        return rbigint(self.value % other.value)

    def divmod(self, other):
        q, r = divmod(self.value, other.value)
        return rbigint(q), rbigint(r)

    def pow(self, other, modulus=None):
        if modulus is None:
            return rbigint(self.value ** low64(other.value))
        return rbigint(pow(self.value, other.value, modulus.value))

    def int_pow(self, n):
        return rbigint(self.value ** n)

    def int_add(self, n):
        return rbigint(self.value + n)

    def int_sub(self, n):
        return rbigint(self.value - n)

    def int_mul(self, n):
        return rbigint(self.value * n)

    def int_floordiv(self, n):
        return rbigint(self.value // n)

    def int_mod(self, n):
        return rbigint(self.value % n)

    def neg(self):
        return rbigint(-self.value)

    def abs(self):
        return rbigint(abs(self.value))

    def invert(self):
        return rbigint(~self.value)

    def lshift(self, n):
        return rbigint(self.value << n)

    def rshift(self, n):
        return rbigint(self.value >> n)

    def and_(self, other):
        return rbigint(self.value & other.value)

    def or_(self, other):
        return rbigint(self.value | other.value)

    def xor(self, other):
        return rbigint(self.value ^ other.value)

    def eq(self, other):
        return self.value == other.value

    def ne(self, other):
        return self.value != other.value

    def lt(self, other):
        return self.value < other.value

    def le(self, other):
        return self.value <= other.value

    def gt(self, other):
        return self.value > other.value

    def ge(self, other):
        return self.value >= other.value

    def int_eq(self, n):
        return self.value == n

    def int_ne(self, n):
        return self.value != n

    def int_lt(self, n):
        return self.value < n

    def int_le(self, n):
        return self.value <= n

    def int_gt(self, n):
        return self.value > n

    def int_ge(self, n):
        return self.value >= n
