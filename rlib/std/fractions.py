"""Rational numbers. Their parts are big ints, which never overflow.

Sums and products divide by common factors before they multiply (Knuth, TAOCP, volume 2, 4.5.1)."""

from math import gcd

__all__ = ["Fraction"]

_BIG_ZERO = 2**64 - 2**64
_HASH_MODULUS = 2**61 - 1


class Fraction:
    __slots__ = ("_numerator", "_denominator")

    def __init__(self, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, Fraction):
                self._numerator = numerator._numerator
                self._denominator = numerator._denominator
                return
            if isinstance(numerator, str):
                n, d = _parsed(numerator)
            elif isinstance(numerator, float):
                n, d = numerator.as_integer_ratio()
            elif isinstance(numerator, int):
                n, d = _BIG_ZERO + numerator, _BIG_ZERO + 1
            else:
                raise TypeError("argument should be a string or a Rational instance")
        else:
            if not isinstance(numerator, (int, Fraction)) or not isinstance(denominator, (int, Fraction)):
                raise TypeError("both arguments should be Rational instances")
            n = _numerator(numerator) * _denominator(denominator)
            d = _denominator(numerator) * _numerator(denominator)
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = gcd(n, d)
        if d < 0:
            g = -g
        self._numerator = n // g
        self._denominator = d // g

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (int, float)):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(f)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The fraction nearest to this one whose denominator is not larger: one of the last two
        convergents of its continued fraction that are in reach, or what lies between them."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p, q = _BIG_ZERO, _BIG_ZERO + 1
        p_next, q_next = _BIG_ZERO + 1, _BIG_ZERO
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q_after = q + a * q_next
            if q_after > max_denominator:
                break
            p, q, p_next, q_next = p_next, q_next, p + a * p_next, q_after
            n, d = d, n - a * d
        k = (max_denominator - q) // q_next
        p += k * p_next
        q += k * q_next
        return _made(p_next, q_next) if _is_nearer(self, p_next, q_next, p, q) else _made(p, q)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def __add__(self, other):
        if isinstance(other, (int, Fraction)):
            return _sum(self, _numerator(other), _denominator(other))
        if isinstance(other, float):
            return float(self) + other
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, int):
            return _sum(self, _numerator(other), _denominator(other))
        if isinstance(other, float):
            return other + float(self)
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, (int, Fraction)):
            return _sum(self, -_numerator(other), _denominator(other))
        if isinstance(other, float):
            return float(self) - other
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, int):
            return _sum(-self, _numerator(other), _denominator(other))
        if isinstance(other, float):
            return other - float(self)
        return NotImplemented

    def __mul__(self, other):
        if isinstance(other, (int, Fraction)):
            return _product(self._numerator, self._denominator, _numerator(other), _denominator(other))
        if isinstance(other, float):
            return float(self) * other
        return NotImplemented

    def __rmul__(self, other):
        if isinstance(other, int):
            return _product(self._numerator, self._denominator, _numerator(other), _denominator(other))
        if isinstance(other, float):
            return other * float(self)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, (int, Fraction)):
            return _quotient(self._numerator, self._denominator, _numerator(other), _denominator(other))
        if isinstance(other, float):
            return float(self) / other
        return NotImplemented

    def __rtruediv__(self, other):
        if isinstance(other, int):
            return _quotient(_numerator(other), _denominator(other), self._numerator, self._denominator)
        if isinstance(other, float):
            return other / float(self)
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, (int, Fraction)):
            return (self._numerator * _denominator(other)) // (self._denominator * _numerator(other))
        if isinstance(other, float):
            return float(self) // other
        return NotImplemented

    def __rfloordiv__(self, other):
        if isinstance(other, int):
            return (other * self._denominator) // self._numerator
        if isinstance(other, float):
            return other // float(self)
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, (int, Fraction)):
            return _remainder(self._numerator, self._denominator, _numerator(other), _denominator(other))
        if isinstance(other, float):
            return float(self) % other
        return NotImplemented

    def __rmod__(self, other):
        if isinstance(other, int):
            return _remainder(_numerator(other), _denominator(other), self._numerator, self._denominator)
        if isinstance(other, float):
            return other % float(self)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, (int, Fraction)):
            return self // other, self % other
        if isinstance(other, float):
            return divmod(float(self), other)
        return NotImplemented

    def __rdivmod__(self, other):
        if isinstance(other, int):
            return other // self, other % self
        if isinstance(other, float):
            return divmod(other, float(self))
        return NotImplemented

    def __pow__(self, other):
        if isinstance(other, int):
            return _power(self, other)
        if isinstance(other, Fraction):
            if other._denominator == 1:
                return _power(self, other._numerator)
            return float(self) ** float(other)
        if isinstance(other, float):
            return float(self) ** other
        return NotImplemented

    def __rpow__(self, other):
        if isinstance(other, int):
            if self._denominator == 1:
                # An int only where the exponent is not negative.
                if self._numerator >= 0:
                    return (_BIG_ZERO + other) ** self._numerator
                return _power(Fraction(other), self._numerator)
            return float(other) ** float(self)
        if isinstance(other, float):
            return other ** float(self)
        return NotImplemented

    def __pos__(self):
        return _made(self._numerator, self._denominator)

    def __neg__(self):
        return _made(-self._numerator, self._denominator)

    def __abs__(self):
        return _made(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __float__(self):
        return self._numerator / self._denominator

    def __bool__(self):
        return self._numerator != 0

    def __trunc__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return _rounded(self._numerator, self._denominator)
        shift = (_BIG_ZERO + 10) ** abs(ndigits)
        if ndigits > 0:
            return Fraction(_rounded(self._numerator * shift, self._denominator), shift)
        return Fraction(_rounded(self._numerator, self._denominator * shift) * shift)

    def __hash__(self):
        """That of an equal int or float: of the quotient in the field of `sys.hash_info.modulus`."""
        d = self._denominator % _HASH_MODULUS
        if d == 0:
            h = 314159
        else:
            h = hash(hash(abs(self._numerator)) * pow(d, _HASH_MODULUS - 2, _HASH_MODULUS))
        if self._numerator < 0:
            h = -h
        return -2 if h == -1 else h

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator == _numerator(other) and self._denominator == _denominator(other)
        if isinstance(other, float):
            return _is_finite(other) and self == Fraction(other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator * _denominator(other) < self._denominator * _numerator(other)
        if isinstance(other, float):
            return self < Fraction(other) if _is_finite(other) else 0.0 < other
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator * _denominator(other) <= self._denominator * _numerator(other)
        if isinstance(other, float):
            return self <= Fraction(other) if _is_finite(other) else 0.0 <= other
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator * _denominator(other) > self._denominator * _numerator(other)
        if isinstance(other, float):
            return self > Fraction(other) if _is_finite(other) else 0.0 > other
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator * _denominator(other) >= self._denominator * _numerator(other)
        if isinstance(other, float):
            return self >= Fraction(other) if _is_finite(other) else 0.0 >= other
        return NotImplemented

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _made(numerator, denominator):
    """The fraction of these big ints, which have no common factor; the denominator is not negative."""
    result = object.__new__(Fraction)
    result._numerator = numerator
    result._denominator = denominator
    return result


def _numerator(x):
    return x._numerator if isinstance(x, Fraction) else _BIG_ZERO + x


def _denominator(x):
    return x._denominator if isinstance(x, Fraction) else _BIG_ZERO + 1


def _is_finite(x):
    return x - x == 0.0


def _sum(a, n, d):
    g = gcd(a._denominator, d)
    if g == 1:
        return _made(a._numerator * d + n * a._denominator, a._denominator * d)
    part = a._denominator // g
    total = a._numerator * (d // g) + n * part
    common = gcd(total, g)
    return _made(total // common, part * (d // common))


def _product(an, ad, bn, bd):
    g = gcd(an, bd)
    h = gcd(bn, ad)
    return _made((an // g) * (bn // h), (ad // h) * (bd // g))


def _quotient(an, ad, bn, bd):
    if bn == 0:
        raise ZeroDivisionError(f"Fraction({(an > 0) - (an < 0)}, 0)")
    if bn < 0:
        return _product(an, ad, -bd, -bn)
    return _product(an, ad, bd, bn)


def _remainder(an, ad, bn, bd):
    return Fraction((an * bd) % (bn * ad), ad * bd)


def _power(a, n):
    if n >= 0:
        return _made(a._numerator**n, a._denominator**n)
    if a._numerator > 0:
        return _made(a._denominator**-n, a._numerator**-n)
    if a._numerator == 0:
        raise ZeroDivisionError(f"Fraction({a._denominator ** -n}, 0)")
    return _made((-a._denominator) ** -n, (-a._numerator) ** -n)


def _rounded(n, d):
    """The nearest whole number; of two the even one."""
    whole, rest = divmod(n, d)
    if rest * 2 > d or rest * 2 == d and whole % 2 == 1:
        return whole + 1
    return whole


def _parsed(text):
    """`3`, `-3/4`, `1.5`, `.5e-3`; `1_000` as in Python."""
    s = text.strip()
    sign = 1
    if s[:1] == "-" or s[:1] == "+":
        sign = -1 if s[0] == "-" else 1
        s = s[1:]
    whole, rest = _digits(s)
    n = _BIG_ZERO
    d = _BIG_ZERO + 1
    is_good = True
    if whole and rest[:1] == "/":
        below, rest = _digits(rest[1:])
        is_good = below != ""
        if is_good:
            n = int(whole, _BIG_ZERO + 10)
            d = int(below, _BIG_ZERO + 10)
    else:
        fraction = ""
        if rest[:1] == ".":
            fraction, rest = _digits(rest[1:])
        is_good = whole + fraction != ""
        if is_good:
            fraction = fraction.replace("_", "")
            n = int(whole + fraction, _BIG_ZERO + 10)
            d = (_BIG_ZERO + 10) ** len(fraction)
        if is_good and rest[:1] in ("e", "E"):
            rest = rest[1:]
            by = -1 if rest[:1] == "-" else 1
            if rest[:1] == "-" or rest[:1] == "+":
                rest = rest[1:]
            exponent, rest = _digits(rest)
            is_good = exponent != ""
            if is_good and by > 0:
                n *= (_BIG_ZERO + 10) ** int(exponent)
            elif is_good:
                d *= (_BIG_ZERO + 10) ** int(exponent)
    if not is_good or rest != "":
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    return sign * n, d


def _digits(s):
    """The digits that a text begins with, with single underscores between them, and what follows."""
    i = 0
    while i < len(s) and (s[i].isdecimal() or s[i] == "_" and i > 0 and s[i - 1] != "_" and s[i + 1 : i + 2].isdecimal()):
        i += 1
    return s[:i], s[i:]


def _is_nearer(x, an, ad, bn, bd):
    """Is an / ad at least as near to x as bn / bd?"""
    n, d = x._numerator, x._denominator
    return abs(an * d - n * ad) * bd <= abs(bn * d - n * bd) * ad
