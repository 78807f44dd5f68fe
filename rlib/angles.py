"""The trigonometric functions and their inverses.

An angle is reduced to |r| <= pi / 4 as the sum of two doubles, with pi / 2 in parts (Cody
and Waite) or, where it is great, with the digits of 2 / pi that matter (Payne and Hanek,
"Radian Reduction for Trigonometric Functions", 1983). With a the multiple of 1/32 nearest
to r and b = r - a

```text
sin(r) = sin(a) + (cos(a) * sin(b) + sin(a) * (cos(b) - 1))
```

where sin(a) and cos(a) come from a table, and sin(b) from its series. All is the sum of two
doubles, to 2**-64 of its size, and rounded once. The inverses correct a rough angle by the
sine and the cosine of it (Newton).
"""

from rlib import lowlevel as ll
from rlib.angle_table import ll_sine_at, ll_two_over_pi
from rlib.exponential import ll_pair_add, ll_pair_div, ll_pair_mul, ll_pair_sqrt
from rlib.pow import ll_huge, ll_two_product, ll_two_sum


def ll_math_sin(x):
    """math.sin(x)."""
    if ll_needs_no_reduction(x):
        return x
    quadrant, r, r_low = ll_reduce(x)
    s, s_low, c, c_low = ll_sine_cosine(r, r_low)
    y = c + c_low if quadrant & 1 != 0 else s + s_low
    return -y if quadrant & 2 != 0 else y


def ll_math_cos(x):
    """math.cos(x)."""
    if ll_needs_no_reduction(x):
        return 1.0 - x * x
    quadrant, r, r_low = ll_reduce(x)
    s, s_low, c, c_low = ll_sine_cosine(r, r_low)
    y = s + s_low if quadrant & 1 != 0 else c + c_low
    return -y if quadrant + 1 & 2 != 0 else y


def ll_math_tan(x):
    """math.tan(x)."""
    if ll_needs_no_reduction(x):
        return x
    quadrant, r, r_low = ll_reduce(x)
    s, s_low, c, c_low = ll_sine_cosine(r, r_low)
    if quadrant & 1 != 0:
        q, q_low = ll_pair_div(c, c_low, -s, -s_low)
        return q + q_low
    q, q_low = ll_pair_div(s, s_low, c, c_low)
    return q + q_low


def ll_needs_no_reduction(x):
    """Is it tiny, or no number? An infinite angle is none."""
    a = ll.float_abs(x)
    if a == ll_huge():
        raise ValueError("math domain error")
    return a < 1e-9 or x != x


def ll_reduce(x):
    """The number of the quadrant, and what is left of the angle."""
    if ll.float_abs(x) >= 1048576.0:
        return ll_reduce_great(x)
    n = ll.float_nearest(x * 0.6366197723675814)
    # The products are exact but for the last.
    r, low = ll_two_sum(x - n * 1.5707963267341256, -n * 6.077100506303966e-11)
    r, rest = ll_two_sum(r, -n * 2.0222662487111665e-21)
    r, low = ll_two_sum(r, low + rest - n * 8.4784276603689e-32)
    return ll.float_to_int(n), r, low


def ll_reduce_great(x):
    """By eight digits of 2 / pi: those before them give multiples of four quadrants, those
    behind them are too small."""
    bits = ll.float_bits(ll.float_abs(x))
    exponent = (bits >> 52) - 1075
    m = bits & 4503599627370495 | 4503599627370496
    first = exponent - 2 >> 5 if exponent > 2 else 0
    digits = ll.zeros(ll.IntArray, 10)
    # m * 2**exponent * 2 / pi, its digits from the lowest on; two of the product's are beyond m.
    low, high = m & 4294967295, m >> 32
    carry = 0
    before = 0
    for i in range(0, 8):
        d = ll_two_over_pi(first + 7 - i)
        # Not more than 2**64 - 1 as an unsigned number.
        t = ll.int_add(ll.int_mul(low, d), carry)
        u = ll.int_add(ll.int_mul(high, before), t & 4294967295)
        digits[i] = u & 4294967295
        carry = ll.int_add(ll.uint_shr(t, 32), ll.uint_shr(u, 32))
        before = d
    u = ll.int_add(ll.int_mul(high, before), carry)
    digits[8] = u & 4294967295
    digits[9] = ll.uint_shr(u, 32)
    # The point stands before so many bits.
    shift = 32 * (first + 8) - exponent
    whole = ll_bits_at(digits, shift) & 3
    upper = ll_bits_at(digits, shift - 32)
    negative = upper >= 2147483648
    # The fraction's first 96 bits that are not zero, or not one where it is over a half.
    f, f_low = ll_fraction(digits, shift, negative)
    if negative:
        whole += 1
        f, f_low = -f, -f_low
    r, r_low = ll_pair_mul(f, f_low, 1.5707963267948966, 6.123233995736766e-17)
    if x < 0.0:
        return -whole, -r, -r_low
    return whole, r, r_low


def ll_bits_at(digits, at):
    """The 32 bits from bit `at` on."""
    i = at >> 5
    k = at & 31
    above = digits[i + 1] if i < 9 else 0
    return ll.uint_shr(digits[i] | above << 32, k) & 4294967295


def ll_fraction(digits, shift, negative):
    """The bits below `shift`, or their complement, as a fraction: four times 32 of them,
    without the groups that are zero."""
    flip = 4294967295 if negative else 0
    scale = 2.3283064365386963e-10
    at = shift - 32
    while at > 128 and ll_bits_at(digits, at) ^ flip == 0:
        at -= 32
        scale *= 2.3283064365386963e-10
    f = 0.0
    f_low = 0.0
    for i in range(0, 4):
        piece = ll.int_to_float(ll_bits_at(digits, at) ^ flip) * scale
        f, rest = ll_two_sum(f, piece)
        f_low += rest
        scale *= 2.3283064365386963e-10
        at -= 32
    f, f_low = ll_two_sum(f, f_low)
    return f, f_low


def ll_sine_cosine(r, r_low):
    """sin and cos of r + r_low, |r| < 0.8."""
    if r < 0.0:
        s, s_low, c, c_low = ll_sine_cosine_of_positive(-r, -r_low)
        return -s, -s_low, c, c_low
    return ll_sine_cosine_of_positive(r, r_low)


def ll_sine_cosine_of_positive(r, r_low):
    i = ll.float_to_int(r * 32.0 + 0.5)
    b, b_low = ll_two_sum(r - ll.int_to_float(i) * 0.03125, r_low)
    square = b * b
    # sin(b) - b, and cos(b) - 1.
    rest = b * square * (-0.16666666666666666 + square * (0.008333333333333333 - square * 0.0001984126984126984))
    rest += b_low
    drop = square * (-0.5 + square * (0.041666666666666664 + square * (-0.001388888888888889 + square * 2.48015873015873e-05)))
    drop -= b * b_low
    if i == 0:
        s, s_low = ll_two_sum(b, rest)
        c, c_low = ll_two_sum(1.0, drop)
        # What the rounding of the square left out.
        p, p_low = ll_two_product(b, b)
        return s, s_low, c, c_low - 0.5 * p_low
    sine, sine_low, cosine, cosine_low = ll_sine_at(i)
    t, t_low = ll_two_product(cosine, b)
    t_low += cosine_low * b + (cosine * rest + sine * drop) + sine_low
    s, low = ll_two_sum(sine, t)
    s, s_low = ll_two_sum(s, low + t_low)
    t, t_low = ll_two_product(-sine, b)
    t_low += cosine * drop - sine * rest - sine_low * b + cosine_low
    c, low = ll_two_sum(cosine, t)
    c, c_low = ll_two_sum(c, low + t_low)
    return s, s_low, c, c_low


def ll_angle(y, y_low, x, x_low):
    """atan(y / x), of sums of two doubles with y >= 0, x >= 0 whose greater is from 2**-500
    to 2**500."""
    if y > x:
        a, a_low = ll_angle_below(x, x_low, y, y_low)
        a, a_low = ll_pair_add(1.5707963267948966, 6.123233995736766e-17, -a, -a_low)
        return a, a_low
    return ll_angle_below(y, y_low, x, x_low)


def ll_angle_below(y, y_low, x, x_low):
    """atan(y / x), y <= x. The first angle is good to 1e-5 (Abramowitz and Stegun, 4.4.47)."""
    q = y / x
    if q < 1e-9:
        q, q_low = ll_pair_div(y, y_low, x, x_low)
        return q, q_low
    p = q * q
    a = q * (0.999866 + p * (-0.3302995 + p * (0.180141 + p * (-0.085133 + p * 0.0208351))))
    s, s_low, c, c_low = ll_sine_cosine_of_positive(a, 0.0)
    u, u_low = ll_pair_mul(y, y_low, c, c_low)
    v, v_low = ll_pair_mul(x, x_low, s, s_low)
    u, u_low = ll_pair_add(u, u_low, -v, -v_low)
    d = (u + u_low) / (x * c + y * s)
    a, a_low = ll_two_sum(a, d - d * d * d * 0.3333333333333333)
    return a, a_low


def ll_math_atan(x):
    """math.atan(x)."""
    a = ll.float_abs(x)
    if a < 1e-9 or x != x:
        return x
    if a > 1e20:
        return ll.float_copysign(1.5707963267948966, x)
    r, r_low = ll_angle(a, 0.0, 1.0, 0.0)
    return ll.float_copysign(r + r_low, x)


def ll_math_atan2(y, x):
    """math.atan2(y, x)."""
    if x != x or y != y:
        return x + y
    negative = ll.float_bits(x) < 0
    u, v = ll.float_abs(y), ll.float_abs(x)
    if u == 0.0:
        return ll.float_copysign(3.141592653589793 if negative else 0.0, y)
    if u == ll_huge() and v == ll_huge():
        return ll.float_copysign(2.356194490192345 if negative else 0.7853981633974483, y)
    if v == 0.0 or u == ll_huge():
        return ll.float_copysign(1.5707963267948966, y)
    if v == ll_huge():
        return ll.float_copysign(3.141592653589793 if negative else 0.0, y)
    if u < v * 1e-20 and not negative:
        return y / x
    # Both near one, as far as one of them is not tiny beside the other.
    exponent = ll.float_bits(u if u > v else v) >> 52
    if exponent > 1500:
        u, v = u * 9.332636185032189e-302, v * 9.332636185032189e-302
    elif exponent < 500:
        u, v = u * 1.0715086071862673e301, v * 1.0715086071862673e301
    r, r_low = ll_angle(u, 0.0, v, 0.0)
    if negative:
        r, r_low = ll_pair_add(3.141592653589793, 1.2246467991473532e-16, -r, -r_low)
    return ll.float_copysign(r + r_low, y)


def ll_other_side(a):
    """sqrt(1 - a * a)."""
    u, u_low = ll_two_sum(1.0, -a)
    v, v_low = ll_two_sum(1.0, a)
    u, u_low = ll_pair_mul(u, u_low, v, v_low)
    u, u_low = ll_pair_sqrt(u, u_low)
    return u, u_low


def ll_math_asin(x):
    """math.asin(x)."""
    a = ll.float_abs(x)
    if a > 1.0:
        raise ValueError("math domain error")
    if a < 1e-9 or x != x:
        return x
    if a == 1.0:
        return ll.float_copysign(1.5707963267948966, x)
    c, c_low = ll_other_side(a)
    r, r_low = ll_angle(a, 0.0, c, c_low)
    return ll.float_copysign(r + r_low, x)


def ll_math_acos(x):
    """math.acos(x)."""
    a = ll.float_abs(x)
    if a > 1.0:
        raise ValueError("math domain error")
    if x != x:
        return x
    if a == 1.0:
        return 0.0 if x > 0.0 else 3.141592653589793
    s, s_low = ll_other_side(a)
    r, r_low = ll_angle(s, s_low, a, 0.0)
    if x < 0.0:
        r, r_low = ll_pair_add(3.141592653589793, 1.2246467991473532e-16, -r, -r_low)
    return r + r_low
