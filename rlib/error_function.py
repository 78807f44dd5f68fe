"""erf and erfc (Abramowitz and Stegun, "Handbook of Mathematical Functions", 7.1.6 and 7.1.14):
a series of positive terms for small arguments, a continued fraction for large ones, both as sums
of two doubles that are rounded once."""

from rlib import lowlevel as ll
from rlib.exponential import ll_expm1_parts, ll_pair_add, ll_pair_div, ll_pair_mul
from rlib.pow import ll_two_product


def ll_math_erf(x):
    """math.erf(x)."""
    a = ll.float_abs(x)
    if x != x or a < 1e-150:
        # The factor is that of the series, 2 / sqrt(pi).
        return x + x * 0.1283791670955126
    if a > 6.0:
        return ll.float_copysign(1.0, x)
    if a < 2.0:
        high, low = ll_erf_pair(a)
    else:
        high, low, k = ll_erfc_parts(a)
        scale = ll.float_from_bits(k + 1023 << 52)
        high, low = ll_pair_add(1.0, 0.0, -high * scale, -low * scale)
    return ll.float_copysign(high + low, x)


def ll_math_erfc(x):
    """math.erfc(x)."""
    if x != x:
        return x
    if x < -6.0:
        return 2.0
    if x > 27.3:
        return 0.0
    a = ll.float_abs(x)
    if a < 1e-30:
        return 1.0
    if a < 2.0:
        high, low = ll_erf_pair(x)
        high, low = ll_pair_add(1.0, 0.0, -high, -low)
        return high + low
    high, low, k = ll_erfc_parts(a)
    if x < 0.0:
        scale = ll.float_from_bits(k + 1023 << 52)
        high, low = ll_pair_add(2.0, 0.0, -high * scale, -low * scale)
        return high + low
    # In two steps, of which the first is exact: the result may be subnormal.
    return (high + low) * ll.float_from_bits(k + 100 + 1023 << 52) * 7.888609052210118e-31


def ll_erf_pair(x):
    """erf(x) = 2 / sqrt(pi) * exp(-x * x) * (x + x * (2 x**2 / 3) + x * (2 x**2 / 3) * (2 x**2 / 5) + ...)."""
    square, square_low = ll_two_product(x, x)
    term = x
    term_low = 0.0
    total = x
    total_low = 0.0
    n = 3.0
    while ll.float_abs(term) > ll.float_abs(total) * 1e-22:
        term, term_low = ll_pair_mul(term, term_low, square * 2.0, square_low * 2.0)
        term, term_low = ll_pair_div(term, term_low, n, 0.0)
        total, total_low = ll_pair_add(total, total_low, term, term_low)
        n += 2.0
    total, total_low = ll_pair_mul(total, total_low, 1.1283791670955126, 1.533545961316588e-17)
    high, low, k = ll_exp_parts(-square, -square_low)
    scale = ll.float_from_bits(k + 1023 << 52)
    total, total_low = ll_pair_mul(total, total_low, high * scale, low * scale)
    return total, total_low


def ll_erfc_parts(x):
    """erfc(x) = exp(-x * x) / sqrt(pi) / (x + 1/2 / (x + 1 / (x + 3/2 / (x + ...)))), for x >= 2:
    (high + low) * 2**k."""
    square, square_low = ll_two_product(x, x)
    n = 8.0 + ll.float_floor(330.0 / square)
    f = x
    f_low = 0.0
    while n > 0.0:
        f, f_low = ll_pair_div(n * 0.5, 0.0, f, f_low)
        f, f_low = ll_pair_add(x, 0.0, f, f_low)
        n -= 1.0
    high, low, k = ll_exp_parts(-square, -square_low)
    high, low = ll_pair_div(high, low, f, f_low)
    high, low = ll_pair_mul(high, low, 0.5641895835477563, 7.66772980658294e-18)
    return high, low, k


def ll_exp_parts(x, x_low):
    """exp(x + x_low) as (high + low) * 2**k."""
    high, low, k = ll_expm1_parts(x)
    if k == 0:
        high, low = ll_pair_add(1.0, 0.0, high, low)
    high, low = ll_pair_add(high, low, high * x_low, 0.0)
    return high, low, k
