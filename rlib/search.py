"""Searching bytes: in a tail of bytes, Str, Bytes or Buffer, from `start` up to `end`.

Sunday's Quick Search, with a Bloom filter of the bytes sought where it would have
a table of shifts, is quick on most texts. Where it has compared too often, the
Two-Way algorithm of Crochemore and Perrin (Two-way string-matching, J. ACM 38,
1991) takes over, which is linear on every text.
"""

from rlib import lowlevel as ll


def ll_find(s, start, end, p, m):
    """Where the first m bytes of p first stand within start..end, or -1."""
    if m > 1:
        return ll_find_bytes(s, start, end, p, m)
    if m == 1:
        return ll_find_byte(s, start, end, p[0])
    return start if start <= end else -1


def ll_find_bytes(s, start, end, p, m):
    """The same of two bytes at least."""
    last = end - m
    mask = ll_byte_mask(p, m)
    final = p[m - 1]
    i = start
    patience = 16 * m
    while i <= last:
        if s[i + m - 1] == final:
            k = ll_common(s, i, p, m - 1)
            if k == m - 1:
                return i
            patience -= k
            if patience + i - start < 0:
                return ll_two_way(s, i, end - i, p, 0, m, 1)
        if i < last and mask >> (s[i + m] & 63) & 1 == 0:
            i += m
        i += 1
    return -1


def ll_rfind(s, start, end, p, m):
    """Where the first m bytes of p last stand within start..end, or -1."""
    if m < 2:
        if m == 1:
            return ll_rfind_byte(s, start, end, p[0])
        return end if start <= end else -1
    mask = ll_byte_mask(p, m)
    first = p[0]
    i = end - m
    patience = 16 * m
    while i >= start:
        if s[i] == first:
            k = ll_common(s, i, p, m)
            if k == m:
                return i
            patience -= k
            if patience + end - i < 0:
                return ll_two_way(s, i + m - 1, i + m - start, p, m - 1, m, -1)
        if i > start and mask >> (s[i - 1] & 63) & 1 == 0:
            i -= m
        i -= 1
    return -1


def ll_find_byte(s, start, end, c):
    """Where the byte first stands within start..end, or -1."""
    for i in range(start, end):
        if s[i] == c:
            return i
    return -1


def ll_rfind_byte(s, start, end, c):
    """Where the byte last stands within start..end, or -1."""
    i = end - 1
    while i >= start:
        if s[i] == c:
            return i
        i -= 1
    return -1


def ll_count(s, start, end, p, m, most):
    """How often the m bytes, at least one, stand within start..end without overlap,
    counted from the left, at most so many times. A negative `most` is no limit."""
    n = 0
    if m == 1 and most < 0:
        c = p[0]
        for i in range(start, end):
            if s[i] == c:
                n += 1
        return n
    at = start
    while n != most:
        at = ll_find(s, at, end, p, m)
        if at < 0:
            return n
        n += 1
        at += m
    return n


def ll_rcount(s, start, end, p, m, most):
    """The same, counted from the right."""
    n = 0
    at = end
    while n != most:
        at = ll_rfind(s, start, at, p, m)
        if at < 0:
            return n
        n += 1
    return n


def ll_matches(s, start, end, p, m):
    """Do the first m bytes of p stand at start, within start..end?"""
    return m <= end - start and ll_common(s, start, p, m) == m


def ll_common(s, i, p, m):
    """How many of p's first m bytes stand in s from i on?"""
    for k in range(0, m):
        if s[i + k] != p[k]:
            return k
    return m


def ll_byte_mask(p, m):
    """A Bloom filter of the bytes: bit c mod 64 for each."""
    mask = 0
    for k in range(0, m):
        mask |= ll.int_shl(1, p[k])
    return mask


def ll_two_way(s, at, n, p, p_at, m, step):
    """ll_find by the Two-Way algorithm, or ll_rfind: the text is the n bytes from
    `at` on in steps of 1 or -1, the bytes sought are those of p from p_at on alike."""
    ell, period = ll_maximal_suffix(p, p_at, m, step, False)
    other, other_period = ll_maximal_suffix(p, p_at, m, step, True)
    if other > ell:
        ell = other
        period = other_period
    k = 0
    while k <= ell and p[p_at + step * k] == p[p_at + step * (k + period)]:
        k += 1
    # How much is known to match behind a shift by the period.
    known = m - period - 1
    if k <= ell:
        period = (ell + 1 if ell + 1 > m - ell - 1 else m - ell - 1) + 1
        known = -1
    memory = -1
    j = 0
    while j <= n - m:
        i = (ell if ell > memory else memory) + 1
        while i < m and p[p_at + step * i] == s[at + step * (i + j)]:
            i += 1
        if i < m:
            j += i - ell
            memory = -1
        else:
            i = ell
            while i > memory and p[p_at + step * i] == s[at + step * (i + j)]:
                i -= 1
            if i <= memory:
                found = at + step * j
                return found if step == 1 else found - m + 1
            j += period
            memory = known
    return -1


def ll_maximal_suffix(p, p_at, m, step, reverse):
    """Where the greatest suffix begins, less 1, and its period. The order of the
    bytes is the usual one, or its reverse."""
    i = -1
    j = 0
    k = 1
    period = 1
    while j + k < m:
        a = p[p_at + step * (j + k)]
        b = p[p_at + step * (i + k)]
        if a == b:
            if k == period:
                j += period
                k = 1
            else:
                k += 1
        elif a > b if reverse else a < b:
            j += k
            k = 1
            period = j - i
        else:
            i = j
            j += 1
            k = 1
            period = 1
    return i, period
