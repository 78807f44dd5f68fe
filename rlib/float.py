"""float: IEEE double precision. Text and back, the operations that Python defines
otherwise than the machine, and rounding."""

from rlib import lowlevel as ll
from rlib.int import ll_int_from_float, ll_put_digits
from rlib.pow import ll_pow
from rlib.string import ll_ascii_numeral, ll_concat, ll_is_space, ll_new_str, ll_str_repr


# Arithmetic.


def ll_float_truediv(x, y):
    """x / y."""
    if y == 0.0:
        raise ZeroDivisionError("float division by zero")
    return x / y


def ll_float_mod(x, y):
    """x % y: with the sign of y."""
    if y == 0.0:
        raise ZeroDivisionError("float modulo")
    return ll_with_sign_of(ll_fmod(x, y), y)


def ll_with_sign_of(r, y):
    """A remainder of a division by y, with the sign of y."""
    if r == 0.0:
        return ll.float_copysign(r, y)
    return r + y if ll.float_bits(y) ^ ll.float_bits(r) < 0 else r


def ll_float_floordiv(x, y):
    """x // y."""
    if y == 0.0:
        raise ZeroDivisionError("float floor division by zero")
    return ll_floor_quotient(x, y, ll_fmod(x, y))


def ll_float_divmod(x, y):
    """divmod(x, y)."""
    if y == 0.0:
        raise ZeroDivisionError("float divmod()")
    r = ll_fmod(x, y)
    return ll_floor_quotient(x, y, r), ll_with_sign_of(r, y)


def ll_floor_quotient(x, y, r):
    """x // y, where r is fmod(x, y): the steps of CPython's _float_div_mod."""
    q = (x - r) / y
    if r != 0.0 and ll.float_bits(y) ^ ll.float_bits(r) < 0:
        q -= 1.0
    if q == 0.0:
        return ll.float_copysign(0.0, x / y)
    below = ll.float_floor(q)
    return below + 1.0 if q - below > 0.5 else below


def ll_fmod(x, y):
    """C's fmod: the exact remainder with the sign of x. The mantissa of x is taken
    modulo that of y, eleven bits of the difference of the exponents at a time."""
    if y != y or not ll_is_finite(x):
        return ll_nan()
    a = ll.float_bits(ll.float_abs(x))
    b = ll.float_bits(ll.float_abs(y))
    if a < b:
        return x
    if b == 0:
        return ll_nan()
    m, exponent = ll_unpack(a)
    n, least = ll_unpack(b)
    r = ll.uint_rem(m, n)
    while exponent > least:
        step = exponent - least
        if step > 11:
            step = 11
        r = ll.uint_rem(ll.int_shl(r, step), n)
        exponent -= step
    if r == 0:
        return ll.float_copysign(0.0, x)
    # The remainder is a multiple of the last place of y: exact.
    return ll.float_copysign(ll_pack(r, least), x)


def ll_unpack(bits):
    """The integers m and e of a finite double m * 2**e, m < 2**53, from the bits of
    its absolute value."""
    exponent = bits >> 52
    if exponent == 0:
        return bits, -1074
    return bits & 4503599627370495 | 4503599627370496, exponent - 1075


def ll_pack(m, e):
    """m * 2**e for 0 < m < 2**53 and -1074 <= e, where that is a double."""
    shift = ll.int_clz(m) - 11
    if shift > e + 1074:
        return ll.float_from_bits(m << (e + 1074))
    return ll.float_from_bits((m << shift) + ((e - shift + 1074) << 52))


def ll_is_finite(x):
    return ll.float_bits(ll.float_abs(x)) < 9218868437227405312


def ll_nan():
    return ll.float_from_bits(9221120237041090560)


def ll_float_pow(x, y):
    """x ** y: the special cases in the order of CPython's float_pow."""
    if y == 0.0 or x == 1.0:
        return 1.0
    if x != x or y != y:
        return x + y
    odd = ll.float_abs(ll_fmod(y, 2.0)) == 1.0
    if not ll_is_finite(y):
        if x == -1.0:
            return 1.0
        grows = ll.float_abs(x) > 1.0
        return ll.float_abs(y) if grows and y > 0.0 or not grows and y < 0.0 else 0.0
    if not ll_is_finite(x):
        if y > 0.0:
            return x if odd else ll.float_abs(x)
        return ll.float_copysign(0.0, x) if odd else 0.0
    if x == 0.0:
        if y < 0.0:
            raise ZeroDivisionError("0.0 cannot be raised to a negative power")
        return x if odd else 0.0
    if x < 0.0 and y != ll.float_floor(y):
        raise ValueError("a negative number cannot be raised to a fractional power: the result is a complex number")
    r = ll_pow(ll.float_abs(x), y)
    if not ll_is_finite(r):
        raise OverflowError(34, "Numerical result out of range")
    return -r if x < 0.0 and odd else r


def ll_float_int_cmp(x, n):
    """-1, 0 or 1 as x is less than, equal to or greater than n, exactly; 2 for nan."""
    if x != x:
        return 2
    if x < -9223372036854775808.0:
        return -1
    if x >= 9223372036854775808.0:
        return 1
    whole = ll.float_to_int(x)
    if whole != n:
        return -1 if whole < n else 1
    rest = x - ll.float_trunc(x)
    if rest == 0.0:
        return 0
    return -1 if rest < 0.0 else 1


# Powers of ten.


def ll_power_of_ten(k):
    """The upper and lower word of g = 10**k * 2**(127 - floor(log2(10**k))), from above:
    g is too great by at most 4 units, for -351 <= k <= 350. The table has each 27th,
    between which there are powers of five that are one word."""
    table = ll.int_array(
        -9202643304706469458, 2331608335343510137, -3512093806901185046, 5910495864778290618,
        -6382629663588669919, -5824576295778454961, -8701430062309552536, 6518754469289960082,
        -2702340141148116920, -5820440219632367201, -5728515861582144020, -4788037454677749836,
        -8173041140997884610, 6088502188546649757, -1848681798185579782, 915538744049291539,
        -5038936143766954517, -7857851839894723564, -7616003081050118571, 4209185567039092848,
        -948738275445456222, -368606216923924028, -4311967555482476980, -6154202648235558777,
        -7028762532061872568, 8601490892183123070, -9223372036854775808, 1,
        -3545582879861895366, 1, -6409681921289327535, -7381240676301154011,
        -8723282702051517699, 7611128154919104932, -2737644984756826647, -1725319251657714538,
        -5757034887131305500, 6827560182880305040, -8196078626372074883, 1466078993672598280,
        -1885900863153361279, -8136200465769716229, -5069001465015685407, 7896285879677171347,
        -7640289654143017767, 5385653213018257807, -987975350460687153, -4871985254153548563,
        -4343663012265570553, 758345818024902857, -7054365918152680535, 7784369436827535058,
    )
    i = ll.uint_div(k + 351, 27)
    five = 1
    for step in range(i * 27, k + 351):
        five *= 5
    five = ll.int_shl(five, ll.int_clz(five))
    high, low = ll_mul_128(table[2 * i], table[2 * i + 1], five)
    low = ll.int_add(low, 1)
    if low == 0:
        high = ll.int_add(high, 1)
    if high >= 0:
        high = ll.int_shl(high, 1) | ll.uint_shr(low, 63)
        low = ll.int_shl(low, 1)
    return high, low


def ll_mul_128(high, low, m):
    """The upper two words of the product of a two-word number and m, less at most
    one unit."""
    carry = ll.uint_mul_high(low, m)
    below = ll.int_add(ll.int_mul(high, m), carry)
    above = ll.uint_mul_high(high, m)
    return ll.int_add(above, 1) if ll.uint_lt(below, carry) else above, below


def ll_log2_power_of_ten(k):
    """floor(log2(10**k)), for |k| <= 1233."""
    return k * 1741647 >> 19


# Text from a float.


def ll_float_repr(x):
    """repr(x), and str(x): the shortest decimal that reads back as x."""
    bits = ll.float_bits(ll.float_abs(x))
    if bits >= 9218868437227405312:
        if bits > 9218868437227405312:
            return "nan"
        return "inf" if x > 0.0 else "-inf"
    d, k = ll_shortest_decimal(ll.float_abs(x))
    return ll_decimal_text(ll.float_bits(x) < 0, d, k)


def ll_shortest_decimal(x):
    """The shortest decimal d * 10**k that reads back as the finite x >= 0; d does not
    end in 0, but for 0 itself."""
    d = ll.float_to_int(x)
    k = 0
    if d >= 9007199254740992 or ll.int_to_float(d) != x:
        d, k = ll_shortest(ll.float_bits(x))
    while d >= 10:
        tenth = ll.uint_div(d, 10)
        if tenth * 10 != d:
            break
        d = tenth
        k += 1
    return d, k


def ll_shortest(bits):
    """The shortest decimal d * 10**k among those that read back as the double, and the
    nearest of these; d may end in zeros. The algorithm is Raffaello Giulietti's
    Schubfach ("The Schubfach way to render doubles", 2020)."""
    m, q = ll_unpack(bits)
    # Half as near below a power of two.
    is_power = m == 4503599627370496 and q > -1074
    # floor(log10(2**q)), or of 3/4 of that.
    k = (q * 1262611 - (524031 if is_power else 0)) >> 22
    shift = q + ll_log2_power_of_ten(-k) + 1
    high, low = ll_power_of_ten(-k)
    odd = m & 1
    lower = ll_round_to_odd(high, low, (4 * m - (1 if is_power else 2)) << shift) + odd
    value = ll_round_to_odd(high, low, 4 * m << shift)
    upper = ll_round_to_odd(high, low, (4 * m + 2) << shift) - odd
    d = value >> 2
    if d >= 10:
        tens = ll.uint_div(d, 10)
        if lower <= 40 * tens:
            if 40 * tens + 40 > upper:
                return tens, k + 1
        elif 40 * tens + 40 <= upper:
            return tens + 1, k + 1
    if lower <= 4 * d:
        if 4 * d + 4 > upper:
            return d, k
    elif 4 * d + 4 <= upper:
        return d + 1, k
    rest = value & 3
    return d + 1 if rest > 2 or rest == 2 and d & 1 != 0 else d, k


def ll_round_to_odd(high, low, m):
    """The upper word of a product, its last bit set where anything follows: where the
    true product is whole, the error of the power of ten does not reach 2."""
    above, below = ll_mul_128(high, low, m)
    return above | 1 if ll.uint_lt(1, below) else above


def ll_decimal_text(negative, d, k):
    """d * 10**k, where d does not end in 0, as repr() writes it: with an exponent
    from 1e16 on and below 1e-4."""
    digits = ll.zeros(ll.Buffer, 24)
    first = ll_put_digits(digits, 24, d)
    n = 24 - first
    point = n + k
    text = ll.zeros(ll.Buffer, 32)
    at = 0
    if negative:
        text[0] = 45
        at = 1
    if point > 16 or point < -3:
        text[at] = digits[first]
        at += 1
        if n > 1:
            text[at] = 46
            ll.copy_items(digits, first + 1, text, at + 1, n - 1)
            at += n
        text[at] = 101
        exponent = point - 1
        text[at + 1] = 45 if exponent < 0 else 43
        if exponent < 0:
            exponent = -exponent
        first = ll_put_digits(digits, 24, exponent + 1000)
        skip = 1 if exponent >= 100 else 2
        n = 4 - skip
        at += 2
        ll.copy_items(digits, first + skip, text, at, n)
        at += n
    else:
        whole = n if n < point else point
        if point > 0:
            ll.copy_items(digits, first, text, at, whole)
            at += whole
        else:
            text[at] = 48
            at += 1
            whole = 0
        while k > 0:
            text[at] = 48
            at += 1
            k -= 1
        text[at] = 46
        at += 1
        while point < 0:
            text[at] = 48
            at += 1
            point += 1
        if whole == n:
            text[at] = 48
            at += 1
        else:
            ll.copy_items(digits, first + whole, text, at, n - whole)
            at += n - whole
    s = ll_new_str(at, at)
    ll.copy_items(text, 0, s, 0, at)
    return s


# A float from text.


def ll_float_from_str(s):
    """float(s)."""
    t = ll_ascii_numeral(s)
    i = 0
    end = len(t)
    while i < end and ll_is_space(t[i]):
        i += 1
    while i < end and ll_is_space(t[end - 1]):
        end -= 1
    negative = False
    if i < end and (t[i] == 45 or t[i] == 43):
        negative = t[i] == 45
        i += 1
    bits = ll_parse_word(t, i, end)
    if bits == 0:
        bits = ll_parse_decimal(t, i, end)
    if bits < 0:
        raise ValueError(ll_concat("could not convert string to float: ", ll_str_repr(s)))
    x = ll.float_from_bits(bits)
    return -x if negative else x


def ll_parse_word(t, start, end):
    """The bits of inf, infinity or nan in any case; 0 for other text."""
    n = end - start
    if n == 3 or n == 8:
        if ll_is_word(t, start, "infinity", n):
            return 9218868437227405312
        if n == 3 and ll_is_word(t, start, "nan", n):
            return 9221120237041090560
    return 0


def ll_is_word(t, start, word, n):
    for i in range(0, n):
        if t[start + i] | 32 != word[i]:
            return False
    return True


def ll_parse_decimal(t, start, end):
    """The bits of the double nearest to digits, a point, digits and an exponent, with
    single underscores between digits; -1 for other text."""
    w = 0
    e = 0
    inexact = False
    digits = 0
    pointed = False
    i = start
    previous = 0
    while i < end:
        c = t[i]
        if c >= 48 and c <= 57:
            digits += 1
            if w < 900000000000000000:
                w = w * 10 + c - 48
                if pointed:
                    e -= 1
            else:
                inexact = inexact or c != 48
                if not pointed:
                    e += 1
        elif c == 46 and not pointed and previous != 95:
            pointed = True
        elif not (c == 95 and previous >= 48 and previous <= 57):
            break
        previous = c
        i += 1
    if digits == 0 or previous == 95:
        return -1
    mantissa_end = i
    if i < end:
        if t[i] | 32 != 101:
            return -1
        i += 1
        sign = 1
        if i < end and (t[i] == 45 or t[i] == 43):
            sign = 44 - t[i]
            i += 1
        exponent = 0
        previous = 0
        while i < end:
            c = t[i]
            if c >= 48 and c <= 57:
                if exponent < 1000000000000:
                    exponent = exponent * 10 + c - 48
            elif not (c == 95 and previous >= 48):
                return -1
            previous = c if c != 95 else 1
            i += 1
        if previous < 48:
            return -1
        e += sign * exponent
    if w == 0:
        return 0
    below, above = ll_decimal_bounds(w, e, 1 if inexact else 0)
    if below == above:
        return below
    n = ll_big_int(ll_big_a(), w)
    if inexact:
        n, e = ll_big_digits(t, start, mantissa_end, w, e)
    return ll_nearer(n, e, below, above)


def ll_decimal_to_float(w, e):
    """The double nearest to w * 10**e, 0 < w < 2**63 and |e| <= 350."""
    below, above = ll_decimal_bounds(w, e, 0)
    if below == above:
        return ll.float_from_bits(below)
    return ll.float_from_bits(ll_nearer(ll_big_int(ll_big_a(), w), e, below, above))


def ll_decimal_bounds(w, e, more):
    """The bits of the doubles nearest to a lower and an upper bound of w * 10**e, or of
    what lies up to (w + more) * 10**e: nearly always the same. One product of 64 by
    128 bits tells (Eisel and Lemire, "Number Parsing at a Gigabyte per Second", 2021)."""
    if e < -345:
        return 0, 0
    if e > 310:
        return 9218868437227405312, 9218868437227405312
    shift = ll.int_clz(w)
    high, low = ll_power_of_ten(e)
    above, below = ll_mul_128(high, low, ll.int_shl(w, shift))
    exponent = ll_log2_power_of_ten(e) + 1 - shift
    least = ll.int_sub(above, 1) if ll.uint_lt(below, 8) else above
    most = ll.int_add(above, 1 + (more << shift))
    if ll.uint_lt(most, above):
        most = -1
    return ll_nearest_bits(least, exponent), ll_nearest_bits(most, exponent)


def ll_nearest_bits(m, e):
    """The bits of the double nearest to m * 2**e, for an unsigned m >= 2**61."""
    shift = ll.int_clz(m)
    m = ll.int_shl(m, shift)
    biased = e - shift + 1086
    drop = 11
    if biased < 1:
        drop = 12 - biased
        biased = 1
        if drop >= 64:
            return 1 if drop == 64 and ll.uint_lt(ll.int_shl(1, 63), m) else 0
    q = ll.uint_shr(m, drop)
    rest = ll.int_sub(m, ll.int_shl(q, drop))
    half = 1 << (drop - 1)
    if ll.uint_lt(half, rest) or rest == half and q & 1 != 0:
        q += 1
    if biased > 2046:
        return 9218868437227405312
    # The mantissa's leading bit adds 1 to the exponent; so does a carry out of it.
    return q + ((biased - 1) << 52)


def ll_nearer(n, e, below, above):
    """Which of two neighbouring doubles is nearer to D * 10**e? D is the first big
    number, of n limbs; it is compared with what lies halfway."""
    m, q = ll_unpack(below)
    a = ll_big_a()
    b = ll_big_b()
    size = ll_big_int(b, 2 * m + 1)
    if e > 0:
        n = ll_big_scale(a, n, 10, e)
    else:
        size = ll_big_scale(b, size, 10, -e)
    if q - 1 < 0:
        n = ll_big_scale(a, n, 2, 1 - q)
    else:
        size = ll_big_scale(b, size, 2, q - 1)
    i = n
    if n != size:
        return below if n < size else above
    while i > 0:
        i -= 1
        if a[i] != b[i]:
            return below if a[i] < b[i] else above
    return above if below & 1 != 0 else below


# Big numbers: 32 bits in each item, the lowest first. A number of 820 digits times
# 2**1075, and 10**1200, are less than 2**4096.


def ll_big_a():
    return ll.zeros(ll.IntArray, 128)


def ll_big_b():
    return ll.zeros(ll.IntArray, 128)


def ll_big_int(a, w):
    """a = w; gives the number of limbs."""
    a[0] = w & 4294967295
    a[1] = w >> 32
    return 2 if a[1] != 0 else 1


def ll_big_mul_add(a, n, factor, addend):
    """a = a * factor + addend, both less than 2**32; gives the number of limbs."""
    carry = addend
    for i in range(0, n):
        x = ll.int_add(ll.int_mul(a[i], factor), carry)
        a[i] = x & 4294967295
        carry = ll.uint_shr(x, 32)
    if carry != 0:
        a[n] = carry
        n += 1
    return n


def ll_big_scale(a, n, base, k):
    """a = a * base**k, base <= 10; gives the number of limbs."""
    while k > 0:
        factor = base
        k -= 1
        while k > 0 and factor < 400000000:
            factor *= base
            k -= 1
        n = ll_big_mul_add(a, n, factor, 0)
    return n


def ll_big_digits(t, start, end, w, e):
    """The first big number = the digits of the text, which is w * 10**e with the first
    18 or 19 of them; gives the number of limbs, and e for the whole number. After 800
    digits it only matters whether others are not 0: a 1 stands for them."""
    a = ll_big_a()
    n = ll_big_int(a, 0)
    count = 0
    dropped = False
    for i in range(start, end):
        c = t[i]
        if c >= 48 and c <= 57:
            if count > 0 or c != 48:
                count += 1
            if count <= 800:
                n = ll_big_mul_add(a, n, 10, c - 48)
            else:
                dropped = dropped or c != 48
    if count > 800:
        count = 800
    if dropped:
        n = ll_big_mul_add(a, n, 10, 1)
        count += 1
    return n, e - count + (18 if w < 1000000000000000000 else 19)


# Rounding.


def ll_float_round0(x):
    """round(x): the nearest int, halves to even."""
    return ll_int_from_float(ll.float_nearest(x))


def ll_float_round(x, digits):
    """round(x, digits): x's exact value rounded to so many decimals, halves to even, and
    then the nearest double, as CPython."""
    if x == 0.0 or digits > 323 or not ll_is_finite(x):
        return x
    if digits < -308:
        return ll.float_copysign(0.0, x)
    m, q = ll_unpack(ll.float_bits(ll.float_abs(x)))
    w = ll_scaled(m, q, digits)
    # From 17 digits on, x is the double that is nearest to them.
    if w < 0:
        return x
    y = 0.0
    if w != 0:
        y = ll_decimal_to_float(w, -digits)
    if not ll_is_finite(y):
        raise OverflowError("rounded value too large to represent")
    return ll.float_copysign(y, x)


def ll_scaled(m, q, k):
    """m * 2**q * 10**k, for the m and q of a double and -351 <= k <= 350, rounded to the
    nearest int, halves to even; -1 where that is 2**57 or more (and for some from 2**56
    on). The test of it shows that the power of ten is exact enough for this."""
    shift = ll.int_clz(m)
    high, low = ll_power_of_ten(k)
    high, low = ll_mul_128(high, low, ll.int_shl(m, shift))
    # high * 2**-drop is 4 * m * 2**q * 10**k.
    drop = shift - q - 3 - ll_log2_power_of_ten(k)
    if drop <= 4:
        return -1
    if drop >= 64:
        return 0
    r = ll.uint_shr(high, drop)
    # Anything below, but for the error of the power of ten?
    if ll.int_shl(r, drop) != high or ll.uint_lt(7, low):
        r |= 1
    w = r >> 2
    return w + 1 if r & 3 == 3 or r & 3 == 2 and w & 1 != 0 else w
