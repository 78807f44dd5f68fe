"""Exponentials, logarithms and hyperbolic functions, with the parts of rlib/pow.py.

What is not one of those is computed as the sum of two doubles, to 2**-64 of its size or
better, and rounded once: the results are within 0.501 units of the last place.
"""

from rlib import lowlevel as ll
from rlib.float import ll_float_pow, ll_fmod, ll_is_finite
from rlib.pow import ll_exp, ll_huge, ll_log, ll_pow, ll_power_of_two, ll_two_product, ll_two_sum


def ll_math_exp(x):
    """math.exp(x)."""
    if x != x:
        return x
    r = ll_exp(x, 0.0)
    ll_check_range(r, x)
    return r


def ll_math_exp2(x):
    """math.exp2(x)."""
    if x != x:
        return x
    if ll.float_abs(x) > 2000.0:
        r = ll_huge() if x > 0.0 else 0.0
    else:
        t, t_low = ll_two_product(x, 0.6931471805599453)
        r = ll_exp(t, t_low + x * 2.3190468138462996e-17)
    ll_check_range(r, x)
    return r


def ll_math_expm1(x):
    """math.expm1(x)."""
    if x != x or ll.float_abs(x) < 1e-17:
        return x
    if x > 710.0:
        ll_check_range(ll_huge(), x)
        return x
    if x < -50.0:
        return -1.0
    high, low, k = ll_expm1_parts(x)
    if k > 1000:
        r = high * ll.float_from_bits(k + 1023 - 1 << 52) * 2.0
        ll_check_range(r, x)
        return r
    return ll_less_one(high, low, k)


def ll_check_range(r, x):
    """A result that is infinite where x is not leaves the range of floats."""
    if ll.float_abs(r) == ll_huge() and ll.float_abs(x) != ll_huge():
        raise OverflowError("math range error")


def ll_expm1_parts(x):
    """exp(x) as (high + low) * 2**k where k is not 0, and exp(x) - 1 as high + low where
    it is."""
    n = ll.float_nearest(x * 184.6649652337873)
    # The first two products are exact.
    s, s_low = ll_two_sum(x - n * 0.005415212347998022, -n * 1.2655086083012853e-13)
    s_low -= n * 3.1258479278239995e-24
    square, square_low = ll_two_product(s, s * 0.5)
    p = s * (0.16666666666666666 + s * (0.041666666666666664 + s * (0.008333333333333333 + s * 0.001388888888888889)))
    p = p * s * s
    q, q_low = ll_two_sum(s, square)
    q_low += square_low + s * s_low + (s_low + p)
    number = ll.float_to_int(n)
    if number == 0:
        high, low = ll_two_sum(q, q_low)
        return high, low, 0
    i = number & 127
    bits, tail = ll_power_of_two(i)
    power = ll.float_from_bits(ll.int_add(bits, i << 45))
    t, t_low = ll_two_product(power, q)
    t_low += power * (q_low + (tail + tail * q))
    high, rest = ll_two_sum(power, t)
    high, low = ll_two_sum(high, rest + t_low)
    k = number >> 7
    if k == 0:
        high, rest = ll_two_sum(high, -1.0)
        high, low = ll_two_sum(high, rest + low)
    return high, low, k


def ll_less_one(high, low, k):
    """exp(x) - 1 from its parts."""
    if k == 0:
        return high + low
    scale = ll.float_from_bits(k + 1023 << 52)
    sum, rest = ll_two_sum(high * scale, -1.0)
    return sum + (rest + low * scale)


def ll_expm1_pair(x):
    """exp(x) - 1 as the sum of two doubles, |x| < 700."""
    high, low, k = ll_expm1_parts(x)
    if k == 0:
        return high, low
    scale = ll.float_from_bits(k + 1023 << 52)
    sum, rest = ll_two_sum(high * scale, -1.0)
    sum, low = ll_two_sum(sum, rest + low * scale)
    return sum, low


def ll_math_sinh(x):
    """math.sinh(x)."""
    a = ll.float_abs(x)
    if a < 1e-9 or a == ll_huge() or x != x:
        return x
    if a > 40.0:
        r = ll_half_exp(a)
        ll_check_range(r, x)
    else:
        # With e = exp(a) - 1 it is (e + e / (e + 1)) / 2.
        e, e_low = ll_expm1_pair(a)
        d, d_low = ll_pair_add(e, e_low, 1.0, 0.0)
        q, q_low = ll_pair_div(e, e_low, d, d_low)
        q, q_low = ll_pair_add(e, e_low, q, q_low)
        r = (q + q_low) * 0.5
    return ll.float_copysign(r, x)


def ll_math_cosh(x):
    """math.cosh(x)."""
    a = ll.float_abs(x)
    if a < 1e-9 or a == ll_huge() or x != x:
        return 1.0 + a * a
    if a > 40.0:
        r = ll_half_exp(a)
        ll_check_range(r, x)
        return r
    e, e_low = ll_expm1_pair(a)
    e, e_low = ll_pair_add(e, e_low, 1.0, 0.0)
    q, q_low = ll_pair_div(1.0, 0.0, e, e_low)
    q, q_low = ll_pair_add(e, e_low, q, q_low)
    return (q + q_low) * 0.5


def ll_half_exp(a):
    """exp(a) / 2, also where exp(a) is too great."""
    if a > 711.0:
        return ll_huge()
    high, low, k = ll_expm1_parts(a)
    return (high + low) * ll.float_from_bits(k + 1021 << 52) * 2.0


def ll_math_tanh(x):
    """math.tanh(x)."""
    a = ll.float_abs(x)
    if a < 1e-9 or x != x:
        return x
    if a > 20.0:
        return ll.float_copysign(1.0, x)
    e, e_low = ll_expm1_pair(2.0 * a)
    d, d_low = ll_pair_add(e, e_low, 2.0, 0.0)
    q, q_low = ll_pair_div(e, e_low, d, d_low)
    return ll.float_copysign(q + q_low, x)


def ll_pair_add(a, a_low, b, b_low):
    """The sum of two sums of two doubles."""
    s, rest = ll_two_sum(a, b)
    t, t_rest = ll_two_sum(a_low, b_low)
    s, rest = ll_two_sum(s, rest + t)
    s, rest = ll_two_sum(s, rest + t_rest)
    return s, rest


def ll_pair_mul(a, a_low, b, b_low):
    """Their product."""
    p, rest = ll_two_product(a, b)
    p, rest = ll_two_sum(p, rest + (a * b_low + a_low * b))
    return p, rest


def ll_pair_div(a, a_low, b, b_low):
    """Their quotient."""
    q = a / b
    p, rest = ll_two_product(q, b)
    q, low = ll_two_sum(q, (a - p - rest + a_low - q * b_low) / b)
    return q, low


def ll_pair_sqrt(a, a_low):
    """The square root of the sum of two doubles, a > 0."""
    r = ll.float_sqrt(a)
    p, rest = ll_two_product(r, r)
    r, low = ll_two_sum(r, (a - p - rest + a_low) / (2.0 * r))
    return r, low


# Logarithms.


def ll_check_log(x):
    if x <= 0.0:
        raise ValueError("math domain error")


def ll_math_log(x):
    """math.log(x)."""
    ll_check_log(x)
    if not x < ll_huge():
        return x
    high, low = ll_log(x)
    return high + low


def ll_math_log2(x):
    """math.log2(x)."""
    ll_check_log(x)
    if not x < ll_huge():
        return x
    high, low = ll_log(x)
    high, low = ll_pair_mul(high, low, 1.4426950408889634, 2.0355273740931033e-17)
    return high + low


def ll_math_log10(x):
    """math.log10(x)."""
    ll_check_log(x)
    if not x < ll_huge():
        return x
    high, low = ll_log(x)
    high, low = ll_pair_mul(high, low, 0.4342944819032518, 1.098319650216765e-17)
    return high + low


def ll_math_log1p(x):
    """math.log1p(x)."""
    if x <= -1.0:
        raise ValueError("math domain error")
    if not x < ll_huge() or ll.float_abs(x) < 1e-17:
        return x
    high, low = ll_log1p_pair(x, 0.0)
    return high + low


def ll_log1p_pair(x, x_low):
    """log(1 + x + x_low)."""
    s, rest = ll_two_sum(1.0, x)
    rest += x_low
    if s == 1.0:
        # To 2**-53 it is x.
        return x, x_low - 0.5 * x * x
    high, low = ll_log(s)
    q = rest / s
    high, low = ll_pair_add(high, low, q, -0.5 * q * q)
    return high, low


def ll_math_asinh(x):
    """math.asinh(x): log1p of a + a * a / (1 + sqrt(a * a + 1))."""
    a = ll.float_abs(x)
    if a < 1e-9 or not a < ll_huge():
        return x
    if a > 1e9:
        high, low = ll_log(a)
        high, low = ll_pair_add(high, low, 0.6931471805599453, 2.3190468138462996e-17)
        return ll.float_copysign(high + low, x)
    square, square_low = ll_two_product(a, a)
    t, t_low = ll_pair_add(square, square_low, 1.0, 0.0)
    t, t_low = ll_pair_sqrt(t, t_low)
    t, t_low = ll_pair_add(t, t_low, 1.0, 0.0)
    t, t_low = ll_pair_div(square, square_low, t, t_low)
    t, t_low = ll_pair_add(t, t_low, a, 0.0)
    high, low = ll_log1p_pair(t, t_low)
    return ll.float_copysign(high + low, x)


def ll_math_acosh(x):
    """math.acosh(x): log1p of t + sqrt(t * (t + 2)), t = x - 1."""
    if x < 1.0:
        raise ValueError("math domain error")
    if not x < ll_huge():
        return x
    if x > 1e9:
        high, low = ll_log(x)
        high, low = ll_pair_add(high, low, 0.6931471805599453, 2.3190468138462996e-17)
        return high + low
    if x == 1.0:
        return 0.0
    t, t_low = ll_two_sum(x, -1.0)
    u, u_low = ll_pair_add(t, t_low, 2.0, 0.0)
    u, u_low = ll_pair_mul(t, t_low, u, u_low)
    u, u_low = ll_pair_sqrt(u, u_low)
    t, t_low = ll_pair_add(t, t_low, u, u_low)
    high, low = ll_log1p_pair(t, t_low)
    return high + low


def ll_math_atanh(x):
    """math.atanh(x): log1p(2 * a / (1 - a)) / 2."""
    a = ll.float_abs(x)
    if a >= 1.0:
        raise ValueError("math domain error")
    if a < 1e-9 or x != x:
        return x
    d, d_low = ll_two_sum(1.0, -a)
    t, t_low = ll_pair_div(2.0 * a, 0.0, d, d_low)
    high, low = ll_log1p_pair(t, t_low)
    return ll.float_copysign((high + low) * 0.5, x)


def ll_math_cbrt(x):
    """math.cbrt(x): a step of Newton's method behind exp(log(x) / 3)."""
    if x == 0.0 or not ll.float_abs(x) < ll_huge():
        return x
    a = ll.float_abs(x)
    scale = 1.0
    if a < 1e-290:
        a = a * 1.3292279957849159e36
        scale = 9.094947017729282e-13
    elif a > 1e290:
        a = a * 7.52316384526264e-37
        scale = 1099511627776.0
    high, low = ll_log(a)
    y = ll_exp(high / 3.0, low / 3.0)
    square, square_low = ll_two_product(y, y)
    cube, cube_low = ll_pair_mul(square, square_low, y, 0.0)
    y = y - (cube - a + cube_low) / (3.0 * square)
    return ll.float_copysign(y * scale, x)


def ll_math_pow(x, y):
    """math.pow(x, y)."""
    if not (ll_is_finite(x) and ll_is_finite(y)):
        return ll_float_pow(x, y)
    if x == 0.0 and y < 0.0 or x < 0.0 and y != ll.float_floor(y):
        raise ValueError("math domain error")
    if x == 0.0 or y == 0.0:
        return ll_float_pow(x, y)
    r = ll_pow(ll.float_abs(x), y)
    ll_check_range(r, x)
    return -r if x < 0.0 and ll.float_abs(ll_fmod(y, 2.0)) == 1.0 else r
