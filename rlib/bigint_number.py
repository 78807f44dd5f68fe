"""Big ints in number theory: divisors, residues, roots, factorials."""

from rlib import lowlevel as ll
from rlib.bigint import (
    ll_big_abs,
    ll_big_add,
    ll_big_bit_length,
    ll_big_cmp,
    ll_big_cmp_magnitude,
    ll_big_divide,
    ll_big_floordiv,
    ll_big_from_int,
    ll_big_from_uint,
    ll_big_low_word,
    ll_big_lshift_magnitude,
    ll_big_mod,
    ll_big_mul,
    ll_big_mul_int,
    ll_big_normal,
    ll_big_rshift_magnitude,
    ll_big_sub,
    ll_new_big,
)
from rlib.bigint_div import ll_digits_divide, ll_digits_division_scratch
from rlib.bigint_mul import ll_digits_product, ll_digits_scratch


# Divisors.


def ll_big_gcd(a, b):
    """math.gcd(a, b), by Lehmer's algorithm: Euclid's on the highest 62 bits, as far as
    they determine the quotients (Knuth, The Art of Computer Programming, 4.5.2, L)."""
    a = ll_big_abs(a)
    b = ll_big_abs(b)
    if ll_big_cmp_magnitude(a, b) < 0:
        a, b = b, a
    while len(a) > 2:
        if len(b) == 0:
            return a
        shift = ll_big_bit_length(a) - 62
        aa, ab, ba, bb = ll_euclid_steps(ll_big_window(a, shift), ll_big_window(b, shift))
        if ab == 0:
            q, r = ll_big_divide(a, b)
            a, b = b, r
        else:
            a, b = ll_big_combine(a, aa, b, ab), ll_big_combine(a, ba, b, bb)
    x = ll_big_low_word(a)
    y = ll_big_low_word(b)
    while y != 0:
        x, y = y, ll.uint_rem(x, y)
    return ll_big_from_uint(x, False)


def ll_big_window(b, shift):
    """The 62 bits above the lowest `shift` ones of |b|, which has no others above."""
    i = shift >> 5
    bits = shift & 31
    n = len(b)
    x = 0
    if i < n:
        x = b[i] >> bits
    if i + 1 < n:
        x |= b[i + 1] << (32 - bits)
    if i + 2 < n and bits > 2:
        x |= b[i + 2] << (64 - bits)
    return x


def ll_euclid_steps(x, y):
    """Euclid's steps on numbers that begin with x and y, as far as all such numbers take
    the same: the factors, less than 2**31, whose combinations are what the steps leave."""
    xx = 1
    xy = 0
    yx = 0
    yy = 1
    while y + yx != 0 and y + yy != 0:
        q = ll.int_div(x + xx, y + yx)
        if q != ll.int_div(x + xy, y + yy) or q > 2147483647:
            break
        next_x = xx - q * yx
        next_y = xy - q * yy
        if next_x > 2147483647 or next_x < -2147483647 or next_y > 2147483647 or next_y < -2147483647:
            break
        xx = yx
        xy = yy
        yx = next_x
        yy = next_y
        x, y = y, x - q * y
    return xx, xy, yx, yy


def ll_big_combine(a, x, b, y):
    """a * x + b * y, which is not negative, where x and y have unlike signs and are less
    than 2**31, and 0 <= b <= a."""
    n = len(a)
    common = len(b)
    r = ll_new_big(n, False)
    carry = 0
    for i in range(0, common):
        z = a[i] * x + b[i] * y + carry
        r[i] = z
        carry = z >> 32
    for i in range(common, n):
        z = a[i] * x + carry
        r[i] = z
        carry = z >> 32
    return ll_big_normal(r)


def ll_big_lcm(a, b):
    """math.lcm(a, b)."""
    if len(a) == 0 or len(b) == 0:
        return ll_new_big(0, False)
    q, r = ll_big_divide(a, ll_big_gcd(a, b))
    return ll_big_abs(ll_big_mul(q, b))


# Residues.


def ll_big_pow_mod(a, b, m):
    """pow(a, b, m)."""
    if len(m) == 0:
        raise ValueError("pow() 3rd argument cannot be 0")
    n = ll_big_abs(m)
    if len(n) == 1 and n[0] == 1:
        return ll_new_big(0, False)
    a = ll_big_mod(a, n)
    if b.negative:
        a = ll_big_modular_inverse(a, n)
    r = ll_big_power_residue(a, b, n)
    return ll_big_add(r, m) if m.negative and len(r) != 0 else r


def ll_big_modular_inverse(a, n):
    """The inverse of a modulo n (0 <= a < n, n > 1), by Euclid's algorithm."""
    x = ll_big_from_int(1)
    y = ll_big_from_int(0)
    b = n
    while len(b) != 0:
        q, r = ll_big_divide(a, b)
        a, b = b, r
        x, y = y, ll_big_sub(x, ll_big_mul(q, y))
    if len(a) != 1 or a[0] != 1:
        raise ValueError("base is not invertible for the given modulus")
    return ll_big_mod(x, n)


def ll_big_power_residue(a, b, m):
    """a ** |b| modulo m (0 <= a < m), by five bits of a long exponent at a time. All is
    computed modulo m * 2**k, whose highest bit is the highest of a digit, and which has
    at least two."""
    shift = 32 - (ll_big_bit_length(m) & 31) & 31
    if len(m) == 1:
        shift += 32
    v = ll_big_lshift_magnitude(m, shift, False)
    n = len(v)
    length = ll_big_bit_length(b)
    width = 5 if length > 120 else 1
    # The powers of a, n digits each; then the one that grows.
    count = 1 << width
    powers = ll_new_big((count + 1) * n, False)
    at = count * n
    powers[0] = 1
    powers[at] = 1
    ll.copy_items(a, 0, powers, n, len(a))
    product = ll_new_big(2 * n, False)
    q = ll_new_big(n, False)
    t = ll_new_big(ll_digits_scratch(n) + ll_digits_division_scratch(n), False)
    for i in range(2, count):
        ll_digits_product_residue(powers, i * n, (i - 1) * n, n, v, n, product, q, t)
    place = ll.int_div(length + width - 1, width) * width
    while place > 0:
        place -= width
        for i in range(0, width):
            ll_digits_product_residue(powers, at, at, at, v, n, product, q, t)
        bits = b[place >> 5] >> (place & 31)
        if (place >> 5) + 1 < len(b):
            bits |= ll.int_shl(b[(place >> 5) + 1], 32 - (place & 31))
        bits &= count - 1
        if bits != 0:
            ll_digits_product_residue(powers, at, at, bits * n, v, n, product, q, t)
    r = ll_new_big(n, False)
    ll.copy_items(powers, at, r, 0, n)
    return ll_big_mod(ll_big_normal(r), m)


def ll_digits_product_residue(p, ri, ai, bi, v, n, product, q, t):
    """p's n digits from ri = those from ai times those from bi, modulo v."""
    ll_digits_product(product, 0, p, ai, n, p, bi, n, t, 0)
    ll_digits_divide(q, 0, product, 0, n, v, 0, n, t, 0)
    ll.copy_items(product, 0, p, ri, n)


# Roots.


def ll_big_isqrt(b):
    """math.isqrt(b): Newton's steps, each on as many of the highest bits as it makes
    right (Mark Dickinson's, as CPython's documentation of math.isqrt describes it)."""
    if b.negative:
        raise ValueError("isqrt() argument must be nonnegative")
    if len(b) == 0:
        return b
    half = (ll_big_bit_length(b) - 1) >> 1
    root = ll_big_from_int(1)
    done = 0
    s = 64 - ll.int_clz(half)
    while s > 0:
        s -= 1
        goal = half >> s
        upper = ll_big_rshift_magnitude(b, 2 * half - done - goal + 1, False)
        q, r = ll_big_divide(upper, root)
        root = ll_big_add(ll_big_lshift_magnitude(root, goal - done - 1, False), q)
        done = goal
    if ll_big_cmp(ll_big_mul(root, root), b) > 0:
        return ll_big_sub(root, ll_big_from_int(1))
    return root


# Products of ranges.


def ll_big_factorial(n):
    """math.factorial(n)."""
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    return ll_big_product_range(1, n)


def ll_big_perm(n, k):
    """math.perm(n, k)."""
    ll_check_choice(n, k)
    if k > n:
        return ll_big_from_int(0)
    return ll_big_product_range(n - k + 1 if k > 0 else 1, k)


def ll_big_comb(n, k):
    """math.comb(n, k)."""
    ll_check_choice(n, k)
    if k > n:
        return ll_big_from_int(0)
    if k > n - k:
        k = n - k
    return ll_big_floordiv(ll_big_perm(n, k), ll_big_factorial(k))


def ll_check_choice(n, k):
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")


def ll_big_product_range(start, n):
    """The product of n ints from start on: the halves' products, so that the factors are
    of like length."""
    if n <= 16:
        r = ll_big_from_int(1)
        i = 0
        while i < n:
            x = start + i
            i += 1
            while i < n and x < 1000000000 and start + i < 1000000000:
                x *= start + i
                i += 1
            r = ll_big_mul_int(r, x)
        return r
    half = n >> 1
    return ll_big_mul(ll_big_product_range(start, half), ll_big_product_range(start + half, n - half))
