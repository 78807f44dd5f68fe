"""Division of big ints' digits; slices and scratch as in `bigint_mul`.

Digit by digit, algorithm D of Knuth (The Art of Computer Programming, 4.3.1); above a
cutoff, recursively: the quotient by the divisor's upper digits is corrected by its
product with the lower ones (Brent and Zimmermann, "Modern Computer Arithmetic", 2010,
algorithms 1.6 and 1.8; the idea is Burnikel's and Ziegler's).
"""

from rlib import lowlevel as ll
from rlib.bigint_mul import ll_digits_add_to, ll_digits_product


def ll_digits_division_scratch(n):
    """How much scratch `ll_digits_divide` needs for a divisor of n digits."""
    return 0 if n < 60 else 4 * n + 128


def ll_digits_divide_by_digit(q, a, n, digit):
    """q = a / digit, of n digits, from the start of both tails; gives the remainder.
    It may be done in place."""
    r = 0
    i = n
    while i > 0:
        i -= 1
        x = ll.int_shl(r, 32) | a[i]
        y = ll.uint_div(x, digit)
        r = ll.int_sub(x, ll.int_mul(y, digit))
        q[i] = y
    return r


def ll_digits_divide(q, qi, u, ui, m, v, vi, n, t, ti):
    """Divides u, of m + n digits, by v, of n >= 2 digits and with its highest bit set.
    The remainder is left in u's lower n digits. Gives the bit of the quotient above
    its m digits."""
    if n < 60 or m <= n:
        return ll_digits_divide_piece(q, qi, u, ui, m, v, vi, n, t, ti)
    # The quotient comes in pieces of n digits, but for the first.
    i = m - ll.int_rem(m, n)
    top = 0
    if i < m:
        top = ll_digits_divide_piece(q, qi + i, u, ui + i, m - i, v, vi, n, t, ti)
    while i > 0:
        i -= n
        bit = ll_digits_divide_piece(q, qi + i, u, ui + i, n, v, vi, n, t, ti)
        if i + n == m:
            top = bit
    return top


def ll_digits_divide_piece(q, qi, u, ui, m, v, vi, n, t, ti):
    """As `ll_digits_divide`, where m <= n or n is small."""
    if m < 60 or n < 60:
        return ll_digits_divide_rows(q, qi, u, ui, m, v, vi, n)
    if m < n:
        return ll_digits_divide_by_top(q, qi, u, ui, m, v, vi, n, n - m, t, ti)
    half = m >> 1
    top = ll_digits_divide_by_top(q, qi + half, u, ui + half, m - half, v, vi, n, half, t, ti)
    ll_digits_divide_by_top(q, qi, u, ui, half, v, vi, n, half, t, ti)
    return top


def ll_digits_divide_by_top(q, qi, u, ui, m, v, vi, n, k, t, ti):
    """As `ll_digits_divide_piece`, m <= n - k: by v without its lowest k digits; then
    what those take away is subtracted, and the quotient corrected by a few units."""
    top = ll_digits_divide_piece(q, qi, u, ui + k, m, v, vi + k, n - k, t, ti)
    if m >= k:
        ll_digits_product(t, ti, q, qi, m, v, vi, k, t, ti + m + k)
    else:
        ll_digits_product(t, ti, v, vi, k, q, qi, m, t, ti + m + k)
    carry = ll_digits_subtract(u, ui, t, ti, m + k, n)
    if top != 0:
        carry += ll_digits_subtract(u, ui + m, v, vi, k, n - m)
    while carry < 0:
        carry += ll_digits_add_to(u, ui, v, vi, n)
        i = 0
        while i < m and q[qi + i] == 0:
            q[qi + i] = 4294967295
            i += 1
        if i < m:
            q[qi + i] = q[qi + i] - 1
        else:
            top -= 1
    return top


def ll_digits_subtract(r, ri, a, ai, n, size):
    """r -= a, which have size and n digits, size >= n; gives the carry, 0 or -1."""
    carry = 0
    for i in range(0, n):
        x = r[ri + i] - a[ai + i] + carry
        r[ri + i] = x
        carry = x >> 32
    while carry != 0 and n < size:
        x = r[ri + n] + carry
        r[ri + n] = x
        carry = x >> 32
        n += 1
    return carry


def ll_digits_divide_rows(q, qi, u, ui, m, v, vi, n):
    """As `ll_digits_divide`, digit by digit."""
    top = 0
    i = n - 1
    while i > 0 and u[ui + m + i] == v[vi + i]:
        i -= 1
    if u[ui + m + i] >= v[vi + i]:
        ll_digits_subtract(u, ui + m, v, vi, n, n)
        top = 1
    v1 = v[vi + n - 1]
    v2 = v[vi + n - 2]
    j = m
    while j > 0:
        j -= 1
        at = ui + j
        # The quotient of the upper digits is at most two too great; one digit more
        # tells nearly always.
        u0 = u[at + n]
        digit = 4294967295
        rest = u[at + n - 1] + v1
        if u0 < v1:
            x = ll.int_shl(u0, 32) | u[at + n - 1]
            digit = ll.uint_div(x, v1)
            rest = ll.int_sub(x, ll.int_mul(digit, v1))
        u2 = u[at + n - 2]
        while rest <= 4294967295 and ll.uint_lt(ll.int_shl(rest, 32) | u2, ll.int_mul(digit, v2)):
            digit -= 1
            rest += v1
        carry = 0
        for i in range(0, n):
            x = ll.int_mul(digit, v[vi + i])
            y = u[at + i] - (x & 4294967295) + carry
            u[at + i] = y
            carry = (y >> 32) - ll.uint_shr(x, 32)
        if u0 + carry < 0:
            digit -= 1
            ll_digits_add_to(u, at, v, vi, n)
        u[at + n] = 0
        q[qi + j] = digit
    return top
