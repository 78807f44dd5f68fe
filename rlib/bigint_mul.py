"""Multiplication of big ints' digits.

Digits are 32 bits wide, least significant first, in the tail of a BigInt; a number
that a function works on is a slice of a tail: object, start, count. The product of
two digits and two digits more fit in 64 bits, unsigned. Schoolbook multiplication
takes two rows at a time, so that a digit of the result is loaded and stored half as
often; above a cutoff, Karatsuba's: with a = a1 * B + a0 and b = b1 * B + b0

```text
a * b = a1 * b1 * B**2 + (a1 * b1 + a0 * b0 - (a0 - a1) * (b0 - b1)) * B + a0 * b0
```

(Brent and Zimmermann, "Modern Computer Arithmetic", 2010, algorithm 1.4). Scratch
space is a slice too, made once by whoever wants a product.
"""

from rlib import lowlevel as ll


def ll_digits_scratch(n):
    """How much scratch `ll_digits_product` needs, where the shorter factor has n digits."""
    return 0 if n < 36 else 6 * n + 128


def ll_digits_product(r, ri, a, ai, an, b, bi, bn, t, ti):
    """r = a * b, of an + bn digits, an >= bn >= 1. The longer factor is cut into pieces
    as long as the shorter one."""
    if bn < 36:
        if ll.ptr_eq(a, b) and ai == bi and an == bn:
            ll_digits_square(r, ri, a, ai, an)
        else:
            ll_digits_rows(r, ri, a, ai, an, b, bi, bn)
        return
    if an == bn:
        ll_digits_karatsuba(r, ri, a, ai, b, bi, bn, t, ti)
        return
    ll_digits_clear(r, ri, an + bn)
    while an >= bn:
        ll_digits_karatsuba(t, ti, a, ai, b, bi, bn, t, ti + 2 * bn)
        ll_digits_add(r, ri, t, ti, 2 * bn)
        ri += bn
        ai += bn
        an -= bn
    if an > 0:
        ll_digits_product(t, ti, b, bi, bn, a, ai, an, t, ti + an + bn)
        ll_digits_add(r, ri, t, ti, an + bn)


def ll_digits_clear(r, ri, n):
    """r = 0."""
    for i in range(ri, ri + n):
        r[i] = 0


def ll_digits_add(r, ri, a, ai, n):
    """r += a, of n digits; the carry goes as far as it must."""
    carry = ll_digits_add_to(r, ri, a, ai, n)
    ri += n
    while carry != 0:
        x = r[ri] + carry
        r[ri] = x
        carry = x >> 32
        ri += 1


def ll_digits_add_to(r, ri, a, ai, n):
    """r += a, both of n digits; gives the carry."""
    carry = 0
    for i in range(0, n):
        x = r[ri + i] + a[ai + i] + carry
        r[ri + i] = x
        carry = x >> 32
    return carry


def ll_digits_rows(r, ri, a, ai, an, b, bi, bn):
    """r = a * b, row by row."""
    j = 0
    if bn & 1 != 0:
        ll_digits_row(r, ri, a, ai, an, b[bi], 0)
        j = 1
    else:
        ll_digits_clear(r, ri, an)
    while j < bn:
        b0 = b[bi + j]
        b1 = b[bi + j + 1]
        at = ri + j
        previous = 0
        carry0 = 0
        carry1 = 0
        for i in range(0, an):
            digit = a[ai + i]
            x = ll.int_add(ll.int_add(ll.int_mul(digit, b0), r[at + i]), carry0)
            carry0 = ll.uint_shr(x, 32)
            x = ll.int_add(ll.int_add(ll.int_mul(previous, b1), x & 4294967295), carry1)
            carry1 = ll.uint_shr(x, 32)
            r[at + i] = x
            previous = digit
        x = ll.int_add(ll.int_add(ll.int_mul(previous, b1), carry0), carry1)
        r[at + an] = x
        r[at + an + 1] = ll.uint_shr(x, 32)
        j += 2


def ll_digits_row(r, ri, a, ai, n, digit, carry):
    """r = a * digit + carry, of n + 1 digits. It may be done in place."""
    for i in range(0, n):
        x = ll.int_add(ll.int_mul(a[ai + i], digit), carry)
        r[ri + i] = x
        carry = ll.uint_shr(x, 32)
    r[ri + n] = carry


def ll_digits_square(r, ri, a, ai, n):
    """r = a * a: the products of unlike digits once, two rows at a time; then those
    doubled, and the squares."""
    ll_digits_clear(r, ri, 2 * n)
    i = 0
    while i + 1 < n:
        b0 = a[ai + i]
        b1 = a[ai + i + 1]
        at = ri + i
        x = ll.int_add(ll.int_mul(b0, b1), r[at + i + 1])
        r[at + i + 1] = x
        previous = 0
        carry0 = ll.uint_shr(x, 32)
        carry1 = 0
        for j in range(i + 2, n):
            digit = a[ai + j]
            x = ll.int_add(ll.int_add(ll.int_mul(digit, b0), r[at + j]), carry0)
            carry0 = ll.uint_shr(x, 32)
            x = ll.int_add(ll.int_add(ll.int_mul(previous, b1), x & 4294967295), carry1)
            carry1 = ll.uint_shr(x, 32)
            r[at + j] = x
            previous = digit
        x = ll.int_add(ll.int_add(ll.int_mul(previous, b1), carry0), carry1)
        r[at + n] = x
        r[at + n + 1] = ll.uint_shr(x, 32)
        i += 2
    carry = 0
    for i in range(0, n):
        square = ll.int_mul(a[ai + i], a[ai + i])
        at = ri + 2 * i
        x = (r[at] << 1) + (square & 4294967295) + carry
        r[at] = x
        x = (r[at + 1] << 1) + ll.uint_shr(square, 32) + (x >> 32)
        r[at + 1] = x
        carry = x >> 32


def ll_digits_karatsuba(r, ri, a, ai, b, bi, n, t, ti):
    """r = a * b, both of n digits; a square where they are the same slice."""
    square = ll.ptr_eq(a, b) and ai == bi
    if n < 36:
        if square:
            ll_digits_square(r, ri, a, ai, n)
        else:
            ll_digits_rows(r, ri, a, ai, n, b, bi, n)
        return
    low = (n + 1) >> 1
    high = n - low
    # The two differences are where the product will be.
    sign = ll_digits_distance(r, ri, a, ai, low, high)
    other = ri
    if square:
        sign = 1
    else:
        other = ri + low
        sign *= ll_digits_distance(r, other, b, bi, low, high)
    rest = ti + 2 * low
    ll_digits_karatsuba(t, ti, r, ri, r, other, low, t, rest)
    ll_digits_karatsuba(r, ri, a, ai, b, bi, low, t, rest)
    top = ri + 2 * low
    ll_digits_karatsuba(r, top, a, ai + low, b, bi + low, high, t, rest)
    carry = 0
    for i in range(0, 2 * high):
        x = r[ri + i] + r[top + i] - sign * t[ti + i] + carry
        t[ti + i] = x
        carry = x >> 32
    for i in range(2 * high, 2 * low):
        x = r[ri + i] - sign * t[ti + i] + carry
        t[ti + i] = x
        carry = x >> 32
    middle = ri + low
    carry += ll_digits_add_to(r, middle, t, ti, 2 * low)
    middle += 2 * low
    while carry != 0:
        x = r[middle] + carry
        r[middle] = x
        carry = x >> 32
        middle += 1


def ll_digits_distance(r, ri, a, ai, low, high):
    """r = |a0 - a1|, where a0 is the lower digits of a, and a1 the others, as many or
    one less; gives 1, or -1 where a0 < a1."""
    sign = 1
    i = low
    while i > 0:
        i -= 1
        x = a[ai + i] - (a[ai + low + i] if i < high else 0)
        if x != 0:
            if x < 0:
                sign = -1
            break
    carry = 0
    for i in range(0, high):
        x = sign * (a[ai + i] - a[ai + low + i]) + carry
        r[ri + i] = x
        carry = x >> 32
    if high < low:
        r[ri + high] = sign * a[ai + high] + carry
    return sign
