"""int: a machine word, with OverflowError where Python's int would leave it."""

from rlib import lowlevel as ll
from rlib.string import ll_ascii_numeral, ll_concat, ll_decode, ll_is_space, ll_new_str, ll_quote


def ll_int_floordiv(a, b):
    """a // b: the quotient rounds down."""
    if ll.uint_le(ll.int_add(b, 1), 1):
        return ll_int_div_special(a, b)
    q = ll.int_div(a, b)
    return q - 1 if (a ^ b) < 0 and q * b != a else q


def ll_int_div_special(a, b):
    """a // b for the divisors that the machine has not: 0 and -1."""
    if b == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    if a == -9223372036854775807 - 1:
        raise OverflowError("int // int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x")
    return 0 - a


def ll_int_mod(a, b):
    """a % b: with the sign of b."""
    if ll.uint_le(ll.int_add(b, 1), 1):
        if b == 0:
            raise ZeroDivisionError("integer modulo by zero")
        return 0
    r = ll.int_rem(a, b)
    return r + b if (r ^ b) < 0 and r != 0 else r


def ll_int_divmod(a, b):
    """divmod(a, b)."""
    q = ll_int_floordiv(a, b)
    return q, ll.int_sub(a, ll.int_mul(q, b))


def ll_int_magnitude(n):
    """|n| as an unsigned number: right for the least int too."""
    return ll.int_sub(0, n) if n < 0 else n


def ll_int_truediv(a, b):
    """a / b, correctly rounded. Where both are doubles, IEEE division is that; else
    55 or more bits of the quotient and one that tells whether others follow are."""
    if b == 0:
        raise ZeroDivisionError("division by zero")
    u = ll_int_magnitude(a)
    v = ll_int_magnitude(b)
    if ll.uint_le(u | v, 9007199254740992):
        return ll.int_to_float(a) / ll.int_to_float(b)
    q = ll.uint_div(u, v)
    r = ll.int_sub(u, ll.int_mul(q, v))
    shift = 55 - ll.int_clz(v) + ll.int_clz(u)
    exponent = 1023
    while shift > 0:
        shift -= 1
        exponent -= 1
        r = ll.int_add(r, r)
        q = q + q
        if ll.uint_le(v, r):
            r = ll.int_sub(r, v)
            q += 1
    if r != 0:
        q |= 1
    x = ll.uint_to_float(q) * ll.float_from_bits(exponent << 52)
    return -x if (a ^ b) < 0 else x


def ll_int_pow(a, b):
    """a ** b: the square is one operation where b is known."""
    if b == 2:
        return ll.int_mul_ovf(a, a)
    return ll_int_power(a, b)


def ll_int_power(a, b):
    """a ** b, by squaring."""
    if b < 0:
        if a == 0:
            raise ZeroDivisionError("0.0 cannot be raised to a negative power")
        raise OverflowError("int ** negative int gives a float: write float(x) ** y")
    result = 1
    left = False
    while True:
        if b & 1 != 0:
            result, left = ll.int_mul_flag(result, a)
            if left:
                break
        b >>= 1
        if b == 0:
            return result
        a, left = ll.int_mul_flag(a, a)
        if left:
            break
    raise OverflowError("int ** int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x")


def ll_int_pow_mod(a, b, m):
    """pow(a, b, m)."""
    if m == 0:
        raise ValueError("pow() 3rd argument cannot be 0")
    n = ll_int_magnitude(m)
    if n == 1:
        return 0
    a = ll_mod_unsigned(a, n)
    if b < 0:
        a = ll_int_invert(a, n)
        b = ll.int_sub(0, b)
    result = 1
    while b != 0:
        if b & 1 != 0:
            result = ll_mul_mod(result, a, n)
        a = ll_mul_mod(a, a, n)
        b = ll.uint_shr(b, 1)
    return ll.int_add(result, m) if m < 0 and result != 0 else result


def ll_mod_unsigned(a, n):
    """a modulo n, for an unsigned n of at most 2^63."""
    r = ll.uint_rem(ll_int_magnitude(a), n)
    return ll.int_sub(n, r) if a < 0 and r != 0 else r


def ll_mul_mod(a, b, n):
    """a * b modulo n, exactly, for unsigned a, b < n <= 2^63: beyond 32 bits the
    lower half of the product is divided bit by bit."""
    high = ll.uint_mul_high(a, b)
    low = ll.int_mul(a, b)
    if high == 0:
        return ll.uint_rem(low, n)
    r = high
    i = 64
    while i > 0:
        i -= 1
        r = ll.int_add(r, r) | ll.uint_shr(low, i) & 1
        if ll.uint_le(n, r):
            r = ll.int_sub(r, n)
    return r


def ll_int_invert(a, n):
    """The inverse of a modulo n (0 <= a < n <= 2^63, n > 1), by Euclid's algorithm."""
    x = 1
    y = 0
    b = n
    while b != 0:
        q = ll.uint_div(a, b)
        a, b = b, ll.int_sub(a, ll.int_mul(q, b))
        x, y = y, ll.int_sub(x, ll.int_mul(q, y))
    if a != 1:
        raise ValueError("base is not invertible for the given modulus")
    return ll.int_add(x, n) if x < 0 else x


def ll_int_lshift(a, b):
    """a << b."""
    if b < 0:
        raise ValueError("negative shift count")
    if a == 0:
        return 0
    if b < 64:
        r = ll.int_shl(a, b)
        if r >> b == a:
            return r
    raise OverflowError("int << int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x")


def ll_int_lshift_wrapping(a, b):
    """The low 64 bits of a << b."""
    if b < 0:
        raise ValueError("negative shift count")
    return ll.int_shl(a, b) if b < 64 else 0


def ll_int_rshift(a, b):
    """a >> b."""
    if b < 0:
        raise ValueError("negative shift count")
    return a >> (b if b < 63 else 63)


def ll_int_abs(n):
    """abs(n)."""
    if n == -9223372036854775807 - 1:
        raise OverflowError("abs(int) leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x")
    return 0 - n if n < 0 else n


def ll_int_gcd(a, b):
    """math.gcd(a, b), by Euclid's algorithm."""
    a = ll_int_magnitude(a)
    b = ll_int_magnitude(b)
    while b != 0:
        a, b = b, ll.uint_rem(a, b)
    if a < 0:
        raise OverflowError("gcd() leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x")
    return a


def ll_int_round(n, digits):
    """round(n, digits): to a multiple of 10 ** -digits, halves to even."""
    if digits >= 0:
        return n
    if digits < -19:
        return 0
    p = 1
    while digits < 0:
        p = ll.int_mul(p, 10)
        digits += 1
    u = ll_int_magnitude(n)
    q = ll.uint_div(u, p)
    r = ll.int_sub(u, ll.int_mul(q, p))
    rest = ll.int_sub(p, r)
    if ll.uint_lt(rest, r) or r == rest and q & 1 != 0:
        q += 1
    u = ll.int_mul(q, p)
    if ll.uint_lt(9223372036854775807, u) and not (n < 0 and u == -9223372036854775807 - 1):
        raise OverflowError("the rounded int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x")
    return ll.int_sub(0, u) if n < 0 else u


def ll_int_str(n):
    """str(n)."""
    digits = ll.zeros(ll.Buffer, 24)
    i = ll_put_digits(digits, 24, ll_int_magnitude(n))
    if n < 0:
        i -= 1
        digits[i] = 45
    s = ll_new_str(24 - i, 24 - i)
    ll.copy_items(digits, i, s, 0, 24 - i)
    return s


def ll_put_digits(digits, i, u):
    """Writes an unsigned number's digits so that they end at i, two at a time; gives
    where they begin."""
    while True:
        q = ll.uint_div(u, 100)
        r = ll.int_sub(u, q * 100)
        tens = r * 103 >> 10
        i -= 2
        digits[i] = 48 + tens
        digits[i + 1] = 48 + r - tens * 10
        if q == 0:
            break
        u = q
    return i + 1 if digits[i] == 48 else i


def ll_int_hex(n):
    """hex(n)."""
    return ll_int_radix(n, 4, 120)


def ll_int_oct(n):
    """oct(n)."""
    return ll_int_radix(n, 3, 111)


def ll_int_bin(n):
    """bin(n)."""
    return ll_int_radix(n, 1, 98)


def ll_int_radix(n, bits, letter):
    """The digits of so many bits each, after a sign, 0 and the letter."""
    u = ll_int_magnitude(n)
    size = 3
    v = ll.uint_shr(u, bits)
    while v != 0:
        size += 1
        v = ll.uint_shr(v, bits)
    if n < 0:
        size += 1
    s = ll_new_str(size, size)
    i = size
    while True:
        i -= 1
        s[i] = "0123456789abcdef"[u & (1 << bits) - 1]
        u = ll.uint_shr(u, bits)
        if u == 0:
            break
    s[i - 1] = letter
    s[i - 2] = 48
    if n < 0:
        s[0] = 45
    return s


def ll_int_from_character(s):
    """ord(s)."""
    if s.length != 1:
        text = ll_concat("ord() expected a character, but string of length ", ll_int_str(s.length))
        raise TypeError(ll_concat(text, " found"))
    return ll_decode(s, 0)


def ll_int_from_float(x):
    """int(x), and math.trunc(x)."""
    if x >= -9223372036854775808.0 and x < 9223372036854775808.0:
        return ll.float_to_int(x)
    if x != x:
        raise ValueError("cannot convert float NaN to integer")
    if ll.float_abs(x) == ll.float_from_bits(2047 << 52):
        raise OverflowError("cannot convert float infinity to integer")
    raise OverflowError("int(float) leaves 64 bits")


def ll_checked_length(n):
    """What `__len__` gave, as a length."""
    if n < 0:
        raise ValueError("__len__() should return >= 0")
    return n


def ll_int_from_str(s):
    """int(s)."""
    return ll_int_parse(s, 10)


def ll_int_parse(s, base):
    """int(s, base)."""
    value, fits = ll_int_parse_flag(s, base)
    if not fits:
        raise OverflowError("int(str) leaves 64 bits; write int(s, 10 + 2**64 - 2**64) for a big int")
    return value


def ll_int_parse_flag(s, base):
    """int(s, base), and whether it fits: a digit or more, single underscores between
    them."""
    t = ll_ascii_numeral(s)
    first, n, radix, negative = ll_int_numeral(t, base)
    i = first
    # An underscore may follow the prefix.
    if i < n and t[i] == 95 and i >= 2 and ll_prefix_base(t[i - 1]) != 0:
        i += 1
    value = 0
    left = False
    valid = True
    expected = True
    while i < n:
        digit = ll_digit(t[i])
        i += 1
        if digit < radix:
            # Downwards: there is one negative int more.
            value, a = ll.int_mul_flag(value, radix)
            value, b = ll.int_sub_flag(value, digit)
            left = left or a or b
            expected = False
        elif digit == 99 and not expected:
            expected = True
        else:
            valid = False
    if not valid or expected:
        ll_int_parse_error(s, base)
    if base == 0 and radix == 10 and t[first] == 48 and (value != 0 or left):
        ll_int_parse_error(s, base)
    if not negative:
        value, a = ll.int_sub_flag(0, value)
        left = left or a
    return value, not left


def ll_int_numeral(t, base):
    """Where the digits of an ASCII numeral begin and end, their base and the sign: it has
    spaces, a sign, the base's prefix, digits and spaces. The digits are not looked at."""
    if base != 0 and (base < 2 or base > 36):
        raise ValueError("int() base must be >= 2 and <= 36, or 0")
    i = 0
    n = len(t)
    while i < n and ll_is_space(t[i]):
        i += 1
    while i < n and ll_is_space(t[n - 1]):
        n -= 1
    negative = False
    if i < n and (t[i] == 45 or t[i] == 43):
        negative = t[i] == 45
        i += 1
    if i + 1 < n and t[i] == 48:
        prefix = ll_prefix_base(t[i + 1])
        if prefix != 0 and (base == 0 or base == prefix):
            return i + 2, n, prefix, negative
    return i, n, 10 if base == 0 else base, negative


def ll_prefix_base(c):
    """The base that this letter after a 0 stands for, or 0."""
    c |= 32
    if c == 120:
        return 16
    if c == 111:
        return 8
    return 2 if c == 98 else 0


def ll_digit(c):
    """The value of an ASCII letter or digit; 99 for an underscore; else more."""
    if c >= 48 and c <= 57:
        return c - 48
    if c == 95:
        return 99
    c |= 32
    return c - 87 if c >= 97 and c <= 122 else 100


def ll_int_parse_error(s, base):
    """CPython's message; it shows at most 200 characters of the text's repr."""
    message = ll_concat("invalid literal for int() with base ", ll_int_str(base))
    raise ValueError(ll_concat(ll_concat(message, ": "), ll_quote(s, 200)))
