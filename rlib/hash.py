"""hash(x), which is never -1. Numbers that are equal have equal hashes: the value
modulo the prime 2**61 - 1, as Python's reference says in "Hashing of numeric types"."""

from rlib import lowlevel as ll
from rlib.range import ll_range_count


def ll_hash_int(n):
    """hash(n): n itself, where it is less than the prime."""
    if ll.uint_lt(ll.int_add(n, 2305843009213693950), 4611686018427387901):
        return -2 if n == -1 else n
    return ll_hash_signed(ll_reduce(ll.int_sub(0, n) if n < 0 else n), n < 0)


def ll_hash_given(n):
    """hash(x) of an object whose `__hash__` gave n."""
    return -2 if n == -1 else n


def ll_reduce(n):
    """The unsigned number modulo 2**61 - 1: the sum of its digits of 61 bits."""
    n = (n & 2305843009213693951) + ll.uint_shr(n, 61)
    return n - 2305843009213693951 if n >= 2305843009213693951 else n


def ll_hash_signed(h, negative):
    """The hash with the sign of the number."""
    if not negative:
        return h
    return -2 if h == 1 else -h


def ll_times_power(n, k):
    """n * 2**k modulo 2**61 - 1, for 0 <= n < 2**61 - 1 and 0 <= k < 61: a rotation."""
    return ll.int_shl(n, k) & 2305843009213693951 | ll.uint_shr(n, 61 - k)


identities: "i64" = 0


def ll_next_identity():
    """The hash of an object that has none of its own: each has another."""
    global identities
    identities = ll.int_add(identities, 1)
    return identities


def ll_hash_bool(b):
    """hash(b)."""
    return ll.bool_to_int(b)


def ll_hash_none():
    """hash(None), which has no meaning in CPython before 3.12; this is that of 3.12."""
    return 4238894208


def ll_hash_float(x):
    """hash(x). That of nan has no meaning."""
    if ll.float_abs(x) < 9223372036854775808.0:
        n = ll.float_to_int(x)
        if ll.int_to_float(n) == x:
            return ll_hash_int(n)
    return ll_hash_fraction(x)


def ll_hash_fraction(x):
    """hash(x) of a float that is no i64."""
    bits = ll.float_bits(x)
    exponent = bits >> 52 & 2047
    digits = bits & 4503599627370495
    if exponent == 2047:
        if digits != 0:
            return 0
        return 314159 if bits > 0 else -314159
    if exponent == 0:
        exponent = 1
    else:
        digits |= 4503599627370496
    # 2**-1075 is 2**23, as 2**61 is 1.
    return ll_hash_signed(ll_times_power(digits, ll.int_rem(exponent + 23, 61)), bits < 0)


def ll_hash_bigint(n):
    """hash(n) of a BigInt."""
    h = 0
    i = len(n) - 1
    while i >= 0:
        h = ll_reduce(ll_times_power(h, 32) + n[i])
        i -= 1
    return ll_hash_signed(h, n.negative)


def ll_hash_str(s):
    """hash(s): computed once, and kept in the str."""
    h = s.hash
    return h if h != 0 else ll_hash_str_anew(s)


def ll_hash_str_anew(s):
    """Computes the hash and keeps it."""
    h = ll_hash_bytes(s)
    s.hash = h
    return h


def ll_hash_bytes(s):
    """A hash of the tail's bytes: 32 bits, and not 0. Words of 8 bytes are mixed in by
    multiplications, as in Murmur3's finalizer."""
    n = len(s)
    h = ll.int_mul(n, -7046029288634856825)
    i = 0
    while i + 8 <= n:
        low = s[i] | s[i + 1] << 8 | s[i + 2] << 16 | s[i + 3] << 24
        high = s[i + 4] | s[i + 5] << 8 | s[i + 6] << 16 | s[i + 7] << 24
        h = ll_mix(h ^ low ^ ll.int_shl(high, 32))
        i += 8
    word = 0
    while i < n:
        word = word << 8 | s[i]
        i += 1
    h = ll_mix(ll_mix(h ^ word)) & 4294967295
    return h if h != 0 else 1


def ll_mix(h):
    """Each bit of h may change each bit of the lower half of the result."""
    h = ll.int_mul(h ^ ll.uint_shr(h, 33), -49064778989728563)
    return h ^ ll.uint_shr(h, 29)


# A tuple's hash from those of its items: xxHash's round, as CPython 3.8 says in tuplehash.


def ll_hash_tuple_start():
    """Before the first item."""
    return 2870177450012600261


def ll_hash_tuple_step(state, h):
    """One item, by its hash."""
    state = ll.int_add(state, ll.int_mul(h, -4417276706812531889))
    state = ll.int_shl(state, 31) | ll.uint_shr(state, 33)
    return ll.int_mul(state, -7046029288634856825)


def ll_hash_tuple_end(state, n):
    """The hash of the tuple of n items."""
    h = ll.int_add(state, n ^ 2870177450013471926)
    return 1546275796 if h == -1 else h


def ll_hash_range(start, stop, step):
    """hash(range): of its length, its first item and its step, as far as they matter."""
    n = ll_range_count(start, stop, step)
    state = ll_hash_tuple_step(ll_hash_tuple_start(), ll_hash_int(n))
    state = ll_hash_tuple_step(state, 0 if n == 0 else ll_hash_int(start))
    state = ll_hash_tuple_step(state, ll_hash_int(step) if n > 1 else 0)
    return ll_hash_tuple_end(state, 3)


def ll_hash_tuple(l, hash_item):
    """hash(l) of a tuple of unknown length."""
    state = ll_hash_tuple_start()
    for i in range(0, l.length):
        state = ll_hash_tuple_step(state, hash_item(l.items[i]))
    return ll_hash_tuple_end(state, l.length)
