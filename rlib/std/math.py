"""Mathematical functions. What the compiler knows itself is imported from its own name;
exponentials, logarithms and angles are in rlib/exponential.py and rlib/angles.py."""

from math import ceil as _ceil
from math import (
    comb,
    copysign,
    degrees,
    e,
    factorial,
    fmod,
    gcd,
    inf,
    isfinite,
    isinf,
    isnan,
    isqrt,
    nan,
    perm,
    pi,
    radians,
    tau,
)
from math import fabs as _fabs
from math import floor as _floor
from math import sqrt as _sqrt
from math import trunc as _trunc

from rlib.angles import (
    ll_math_acos,
    ll_math_asin,
    ll_math_atan,
    ll_math_atan2,
    ll_math_cos,
    ll_math_sin,
    ll_math_tan,
)
from rlib.error_function import ll_math_erf, ll_math_erfc
from rlib.exponential import (
    ll_math_acosh,
    ll_math_asinh,
    ll_math_atanh,
    ll_math_cbrt,
    ll_math_cosh,
    ll_math_exp,
    ll_math_exp2,
    ll_math_expm1,
    ll_math_log,
    ll_math_log1p,
    ll_math_log2,
    ll_math_log10,
    ll_math_pow,
    ll_math_sinh,
    ll_math_tanh,
)
from rlib.float_bits import ll_exponent, ll_mantissa, ll_next, ll_power, ll_root_of_sum, ll_scaled_square, ll_trunc

__all__ = [
    "acos",
    "acosh",
    "asin",
    "asinh",
    "atan",
    "atan2",
    "atanh",
    "cbrt",
    "ceil",
    "comb",
    "copysign",
    "cos",
    "cosh",
    "degrees",
    "dist",
    "e",
    "erf",
    "erfc",
    "exp",
    "exp2",
    "expm1",
    "fabs",
    "factorial",
    "floor",
    "fmod",
    "frexp",
    "fsum",
    "gamma",
    "gcd",
    "hypot",
    "inf",
    "isclose",
    "isfinite",
    "isinf",
    "isnan",
    "isqrt",
    "lcm",
    "ldexp",
    "lgamma",
    "log",
    "log10",
    "log1p",
    "log2",
    "modf",
    "nan",
    "nextafter",
    "perm",
    "pi",
    "pow",
    "prod",
    "radians",
    "remainder",
    "sin",
    "sinh",
    "sqrt",
    "tan",
    "tanh",
    "tau",
    "trunc",
    "ulp",
]

# `x * 1.0` is the float that a number stands for, with the sign of zero.


def floor(x, /):
    if not isinstance(x, (int, float)) and hasattr(x, "__floor__"):
        return x.__floor__()
    return _floor(_number(x))


def ceil(x, /):
    if not isinstance(x, (int, float)) and hasattr(x, "__ceil__"):
        return x.__ceil__()
    return _ceil(_number(x))


def trunc(x, /):
    if isinstance(x, (int, float)):
        return _trunc(x)
    if hasattr(x, "__trunc__"):
        return x.__trunc__()
    return _trunc(x)


def sqrt(x, /):
    return _sqrt(_number(x))


def fabs(x, /):
    return _fabs(_number(x))


def _number(x):
    """x, or what an object that is none gives for one."""
    if isinstance(x, (int, float)):
        return x
    return x.__float__() if hasattr(x, "__float__") else x


def _real(x):
    number = _number(x)
    if number is None:
        raise TypeError("must be real number, not NoneType")
    return number * 1.0


def exp(x, /):
    return ll_math_exp(_real(x))


def exp2(x, /):
    return ll_math_exp2(_real(x))


def expm1(x, /):
    return ll_math_expm1(_real(x))


def log(x, base=None, /):
    if base is None:
        return _log(x)
    return _log(x) / _log(base)


def _log(x):
    if isinstance(x, int) and x.bit_length() > 1000:
        n = x.bit_length()
        return ll_math_log(_leading(x, n)) + ll_math_log(2.0) * n
    return ll_math_log(_real(x))


def log2(x, /):
    if isinstance(x, int) and x.bit_length() > 1000:
        n = x.bit_length()
        return ll_math_log2(_leading(x, n)) + n
    return ll_math_log2(_real(x))


def log10(x, /):
    if isinstance(x, int) and x.bit_length() > 1000:
        n = x.bit_length()
        return ll_math_log10(_leading(x, n)) + ll_math_log10(2.0) * n
    return ll_math_log10(_real(x))


def _leading(x, n):
    """x / 2**n, for an int of n bits."""
    return (x >> (n - 60)) * 8.673617379884035e-19


def log1p(x, /):
    return ll_math_log1p(_real(x))


def pow(x, y, /):
    return ll_math_pow(_real(x), _real(y))


def cbrt(x, /):
    return ll_math_cbrt(_real(x))


def sin(x, /):
    return ll_math_sin(_real(x))


def cos(x, /):
    return ll_math_cos(_real(x))


def tan(x, /):
    return ll_math_tan(_real(x))


def asin(x, /):
    return ll_math_asin(_real(x))


def acos(x, /):
    return ll_math_acos(_real(x))


def atan(x, /):
    return ll_math_atan(_real(x))


def atan2(y, x, /):
    return ll_math_atan2(_real(y), _real(x))


def sinh(x, /):
    return ll_math_sinh(_real(x))


def cosh(x, /):
    return ll_math_cosh(_real(x))


def tanh(x, /):
    return ll_math_tanh(_real(x))


def asinh(x, /):
    return ll_math_asinh(_real(x))


def acosh(x, /):
    return ll_math_acosh(_real(x))


def atanh(x, /):
    return ll_math_atanh(_real(x))


def erf(x, /):
    return ll_math_erf(_real(x))


def erfc(x, /):
    return ll_math_erfc(_real(x))


# The gamma function by Lanczos's approximation, gamma(x) = ((x + g - 0.5) / e) ** (x - 0.5) *
# sum(x) / e**g, with the g and the rational sum of 13 terms that Boost's documentation gives
# ("The Lanczos Approximation", after Pugh's thesis), as CPython has it: so the digits are the same.

_LANCZOS_G = 6.024680040776729583740234375
_NUMERATOR = (
    2.5066282746310002701649081771338373386264310793408,
    210.82427775157934587250973392071336271166969580291,
    8071.6720023658162106380029022722506138218516325024,
    186056.26539522349504029498971604569928220784236328,
    2876370.6289353724412254090516208496135991145378768,
    31426415.585400194380614231628318205362874684987640,
    248874557.86205415651146038641322942321632125127801,
    1439720407.3117216736632230727949123939715485786372,
    6039542586.3520280050642916443072979210699388420708,
    17921034426.037209699919755754458931112671403265390,
    35711959237.355668049440185451547166705960488635843,
    42919803642.649098768957899047001988850926355848959,
    23531376880.410759688572007674451636754734846804940,
)
# x * (x + 1) * ... * (x + 11)
_DENOMINATOR = (
    1.0,
    66.0,
    1925.0,
    32670.0,
    357423.0,
    2637558.0,
    13339535.0,
    45995730.0,
    105258076.0,
    150917976.0,
    120543840.0,
    39916800.0,
    0.0,
)


def _lanczos_sum(x):
    above = 0.0
    below = 0.0
    if x < 5.0:
        for a, b in zip(_NUMERATOR, _DENOMINATOR):
            above = above * x + a
            below = below * x + b
    else:
        # By powers of 1 / x, which cannot overflow.
        for i in range(12, -1, -1):
            above = above / x + _NUMERATOR[i]
            below = below / x + _DENOMINATOR[i]
    return above / below


def _sin_pi(x):
    """sin(pi * x), exact where that is 0 or 1."""
    y = fmod(fabs(x), 2.0)
    n = floor(2.0 * y + 0.5)
    if n == 0:
        r = ll_math_sin(pi * y)
    elif n == 1:
        r = ll_math_cos(pi * (y - 0.5))
    elif n == 2:
        r = ll_math_sin(pi * (1.0 - y))
    elif n == 3:
        r = -ll_math_cos(pi * (y - 1.5))
    else:
        r = ll_math_sin(pi * (y - 2.0))
    return copysign(1.0, x) * r


def gamma(x, /):
    x = _real(x)
    if x != x or x == inf:
        return x
    if x == -inf or x == 0.0:
        raise ValueError("math domain error")
    a = fabs(x)
    if a >= 1e17 or x == floor(x):
        if x < 0.0:
            raise ValueError("math domain error")
        if x <= 23.0:
            return float(factorial(int(x) - 1)) if x <= 21.0 else 51090942171709440000.0 * (1.0 if x == 22.0 else 22.0)
    if a < 1e-20:
        if 1.0 / a == inf:
            raise OverflowError("math range error")
        return 1.0 / x
    if a > 200.0:
        if x < 0.0:
            return 0.0 / _sin_pi(x)
        raise OverflowError("math range error")
    half = _LANCZOS_G - 0.5
    y = a + half
    # The rounding error of y, and what it does to the power.
    error = (y - a) - half if a > half else (y - half) - a
    error = error * _LANCZOS_G / y
    if x < 0.0:
        r = -pi / _sin_pi(a) / a * ll_math_exp(y) / _lanczos_sum(a)
        r -= error * r
        if a < 140.0:
            return r / ll_math_pow(y, a - 0.5)
        root = ll_math_pow(y, a / 2.0 - 0.25)
        return r / root / root
    r = _lanczos_sum(a) / ll_math_exp(y)
    r += error * r
    if a < 140.0:
        r *= ll_math_pow(y, a - 0.5)
    else:
        root = ll_math_pow(y, a / 2.0 - 0.25)
        r = r * root * root
    if r == inf:
        raise OverflowError("math range error")
    return r


def lgamma(x, /):
    x = _real(x)
    if x != x:
        return x
    if isinf(x):
        return inf
    a = fabs(x)
    if (a >= 1e17 or x == floor(x)) and x <= 2.0:
        if x <= 0.0:
            raise ValueError("math domain error")
        return 0.0
    if a < 1e-20:
        return -ll_math_log(a)
    r = ll_math_log(_lanczos_sum(a)) - _LANCZOS_G
    r += (a - 0.5) * (ll_math_log(a + _LANCZOS_G - 0.5) - 1.0)
    if x < 0.0:
        r = 1.144729885849400174143427351353058711647 - ll_math_log(fabs(_sin_pi(a))) - ll_math_log(a) - r
    if r == inf:
        raise OverflowError("math range error")
    return r


def hypot(*coordinates):
    return _length([fabs(x) for x in coordinates])


def dist(p, q, /):
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return _length([fabs(x - y) for x, y in zip(p, q)])


def _length(sizes):
    """The root of the sum of the squares, which is kept as the sum of two floats, of numbers
    that are scaled to about one."""
    most = 0.0
    for x in sizes:
        if x == inf:
            return inf
        if not x <= most:
            most = x
    for x in sizes:
        if x != x:
            return x
    if most == 0.0:
        return 0.0
    exponent = ll_exponent(most)
    total = 0.0
    rest = 0.0
    for x in sizes:
        total, rest = ll_scaled_square(x, exponent, total, rest)
    return _scale(ll_root_of_sum(total, rest), exponent)


def frexp(x, /):
    x = _real(x)
    if x == 0.0 or not isfinite(x):
        return x, 0
    return ll_mantissa(x), ll_exponent(x)


def ldexp(x, i, /):
    x = _real(x)
    if x == 0.0 or not isfinite(x):
        return x
    if i > 3000:
        raise OverflowError("math range error")
    if i < -3000:
        return copysign(0.0, x)
    exponent = ll_exponent(x) + i
    if exponent > 1024:
        raise OverflowError("math range error")
    return _scale(ll_mantissa(x), exponent)


def _scale(m, exponent):
    """m * 2**exponent, rounded once, for m about one."""
    if exponent < -1021:
        # The first product is exact.
        m *= ll_power(exponent + 200 if exponent > -1200 else -1000)
        return m * 6.223015277861142e-61
    return m * 2.0 * ll_power(exponent - 1)


def modf(x, /):
    x = _real(x)
    if isinf(x):
        return copysign(0.0, x), x
    if x != x:
        return x, x
    whole = copysign(ll_trunc(fabs(x)), x)
    return copysign(x - whole, x), whole


def remainder(x, y, /):
    x = _real(x)
    y = _real(y)
    if x != x:
        return x
    if y != y:
        return y
    if isinf(x) or y == 0.0:
        raise ValueError("math domain error")
    if isinf(y):
        return x
    a = fabs(x)
    b = fabs(y)
    m = fmod(a, b)
    c = b - m
    if m < c:
        r = m
    elif m > c:
        r = -c
    else:
        # Half way: the even multiple.
        r = m - 2.0 * fmod(0.5 * (a - m), b)
    return copysign(1.0, x) * r


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    a = a * 1.0
    b = b * 1.0
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = fabs(b - a)
    return difference <= fabs(rel_tol * b) or difference <= fabs(rel_tol * a) or difference <= abs_tol


def lcm(*integers):
    result = 1
    for n in integers:
        if n == 0:
            return 0
        result = abs(result // gcd(result, n) * n)
    return result


def prod(iterable, /, *, start=1):
    total = start
    for x in iterable:
        total = total * x
    return total


def fsum(seq, /):
    """Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric
    Predicates", 1997: the sum as floats that do not overlap, the greatest last."""
    parts = []
    special = 0.0
    infinite = 0.0
    for x in seq:
        x = _real(x)
        given = x
        n = 0
        for i in range(len(parts)):
            y = parts[i]
            if fabs(x) < fabs(y):
                x, y = y, x
            high = x + y
            low = y - (high - x)
            if low != 0.0:
                parts[n] = low
                n += 1
            x = high
        if not isfinite(x):
            if isfinite(given):
                raise OverflowError("intermediate overflow in fsum")
            if isinf(given):
                infinite += given
            special += given
            parts.clear()
        else:
            del parts[n:]
            if x != 0.0:
                parts.append(x)
    if special != 0.0:
        if infinite != infinite:
            raise ValueError("-inf + inf in fsum")
        return special
    if len(parts) == 0:
        return 0.0
    high = parts.pop()
    low = 0.0
    while len(parts) > 0:
        x = high
        y = parts.pop()
        high = x + y
        low = y - (high - x)
        if low != 0.0:
            break
    # Half way between two floats, the next part decides.
    if len(parts) > 0 and (low < 0.0 and parts[-1] < 0.0 or low > 0.0 and parts[-1] > 0.0):
        y = low * 2.0
        x = high + y
        if y == x - high:
            high = x
    return high


def nextafter(x, y, /):
    x = _real(x)
    y = _real(y)
    if x != x:
        return x
    if y != y:
        return y
    if x == y:
        return y
    if x == 0.0:
        return copysign(5e-324, y)
    return ll_next(x, 1 if (x < y) == (x > 0.0) else -1)


def ulp(x, /):
    x = fabs(x)
    if not isfinite(x):
        return x
    above = ll_next(x, 1)
    return above - x if isfinite(above) else x - ll_next(x, -1)
