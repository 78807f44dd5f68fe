"""The functions of the module math that need no table: everything but logarithms,
exponentials and angles."""

from rlib import lowlevel as ll
from rlib.bigint_number import ll_check_choice
from rlib.float import ll_fmod, ll_is_finite
from rlib.int import ll_int_from_float, ll_int_gcd


def ll_math_sqrt(x):
    """math.sqrt(x)."""
    if x < 0.0:
        raise ValueError("math domain error")
    return ll.float_sqrt(x)


def ll_math_floor(x):
    """math.floor(x)."""
    return ll_int_from_float(ll.float_floor(x))


def ll_math_ceil(x):
    """math.ceil(x)."""
    return ll_int_from_float(ll.float_ceil(x))


def ll_math_trunc(x):
    """math.trunc(x)."""
    return ll_int_from_float(x)


def ll_math_fabs(x):
    """math.fabs(x)."""
    return ll.float_abs(x)


def ll_math_isnan(x):
    """math.isnan(x)."""
    return x != x


def ll_math_isinf(x):
    """math.isinf(x)."""
    return ll.float_bits(ll.float_abs(x)) == 9218868437227405312


def ll_math_isfinite(x):
    """math.isfinite(x)."""
    return ll_is_finite(x)


def ll_math_copysign(x, y):
    """math.copysign(x, y)."""
    return ll.float_copysign(x, y)


def ll_math_fmod(x, y):
    """math.fmod(x, y)."""
    r = ll_fmod(x, y)
    if r != r and x == x and y == y:
        raise ValueError("math domain error")
    return r


def ll_math_degrees(x):
    """math.degrees(x): by the constant 180 / pi, as CPython."""
    return x * 57.29577951308232


def ll_math_radians(x):
    """math.radians(x): by the constant pi / 180, as CPython."""
    return x * 0.017453292519943295


def ll_math_isqrt(n):
    """math.isqrt(n): the double's root is less than 1 off."""
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    r = ll.float_to_int(ll.float_sqrt(ll.int_to_float(n)))
    if r > 3037000499:
        r = 3037000499
    return r - 1 if r * r > n else r


def ll_math_factorial(n):
    """math.factorial(n)."""
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    if n > 20:
        raise OverflowError("factorial() leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x")
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def ll_math_perm(n, k):
    """math.perm(n, k)."""
    ll_check_choice(n, k)
    if k > n:
        return 0
    result = 1
    for i in range(0, k):
        result, overflow = ll.int_mul_flag(result, n - i)
        if overflow:
            raise OverflowError("perm() leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x")
    return result


def ll_math_comb(n, k):
    """math.comb(n, k): what divides is taken out of the factors first, so that nothing
    is greater than the result."""
    ll_check_choice(n, k)
    if k > n:
        return 0
    if k > n - k:
        k = n - k
    result = 1
    for i in range(1, k + 1):
        factor = n - k + i
        common = ll_int_gcd(result, i)
        result = ll.int_div(result, common)
        factor = ll.int_div(factor, ll.int_div(i, common))
        result, overflow = ll.int_mul_flag(result, factor)
        if overflow:
            raise OverflowError("comb() leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x")
    return result
