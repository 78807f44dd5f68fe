"""str: UTF-8 bytes and a length in code points (equal where all is ASCII)."""

from rlib import lowlevel as ll
from rlib.search import ll_common, ll_find
from rlib.unicode_print import ll_print_marks, ll_print_runs

characters: ll.StrArray = None


def ll_new_str(size, length):
    """A new str of so many bytes and code points; the bytes are still to be written."""
    if ll.uint_lt(2147483647, size):
        raise MemoryError()
    s = ll.new_tail(ll.Str, size)
    s.length = length
    return s


def ll_str_char(c):
    """The str of one ASCII character: always the same object."""
    global characters
    if ll.is_null(characters):
        characters = ll.new_tail(ll.StrArray, 128)
    s = characters[c]
    if ll.is_null(s):
        s = ll_new_str(1, 1)
        s[0] = c
        characters[c] = s
    return s


def ll_str_piece(s, start, end, length):
    """The bytes start..end of s, which are so many code points."""
    n = end - start
    if n < 2:
        return ll_str_char(s[start]) if n == 1 else ""
    if n == len(s):
        return s
    t = ll_new_str(n, length)
    ll.copy_items(s, start, t, 0, n)
    return t


def ll_str_size(s):
    """The number of bytes of its UTF-8."""
    return len(s)


def ll_str_sub(s, start, end):
    """The bytes start..end of s, which are whole code points."""
    return ll_str_piece(s, start, end, end - start if len(s) == s.length else ll_points(s, start, end))


def ll_points(s, start, end):
    """How many code points the bytes start..end are: those that continue none."""
    n = 0
    for i in range(start, end):
        n += 1 if s[i] & 192 != 128 else 0
    return n


def ll_concat(a, b):
    """a + b."""
    n = len(a)
    if n == 0:
        return b
    if len(b) == 0:
        return a
    s = ll_new_str(n + len(b), a.length + b.length)
    ll.copy_items(a, 0, s, 0, n)
    ll.copy_items(b, 0, s, n, len(b))
    return s


def ll_str_add(a, b, grows):
    """a + b. `grows`: a is nobody else's and not needed any more (see rtyper/src/opt/grow.rs)."""
    if grows and len(a) >= 64:
        return ll_extend(a, b)
    return ll_concat(a, b)


def ll_extend(a, b):
    """a + b, where a may become it."""
    n = len(a)
    m = len(b)
    if m == 0:
        return a
    length = a.length + b.length
    s = ll.take_room(a, n + m)
    if ll.is_null(s):
        s = ll_new_tail_with_room(a, n + m)
        ll.copy_items(a, 0, s, 0, n)
    ll.copy_items(b, 0, s, n, m)
    s.length = length
    s.hash = 0
    s.index = ll.null(ll.IntArray)
    return s


def ll_new_tail_with_room(like, n):
    """A new object of that kind with n bytes in its tail, and room for more if that can be."""
    spare = (n >> 2) + 32
    if n + spare > 2147483647:
        return ll_new_tail(like, n)
    try:
        return ll.leave_room(ll.new_tail_like(like, n + spare), n)
    except MemoryError:
        return ll_new_tail(like, n)


def ll_new_tail(like, n):
    if n > 2147483647:
        raise MemoryError()
    return ll.new_tail_like(like, n)


def ll_join_array(pieces):
    """All strings of the StrArray, one after the other: an f-string."""
    size = 0
    length = 0
    for i in range(0, len(pieces)):
        size += len(pieces[i])
        length += pieces[i].length
    s = ll_new_str(size, length)
    at = 0
    for i in range(0, len(pieces)):
        piece = pieces[i]
        ll.copy_items(piece, 0, s, at, len(piece))
        at += len(piece)
    return s


def ll_str_mul(s, n):
    """s * n: the copy doubles until it is as long as it must be."""
    if n <= 0 or len(s) == 0:
        return ""
    if n == 1:
        return s
    size, left = ll.int_mul_flag(len(s), n)
    if left:
        raise OverflowError("repeated string is too long")
    t = ll_new_str(size, s.length * n)
    done = len(s)
    ll.copy_items(s, 0, t, 0, done)
    while done < size:
        more = size - done if size - done < done else done
        ll.copy_items(t, 0, t, done, more)
        done += more
    return t


def ll_str_join(sep, l):
    """sep.join(l), for a List of strs."""
    n = l.length
    if n < 2:
        return ll.cast(ll.Str, l.items[0]) if n == 1 else ""
    size = 0
    length = 0
    for i in range(0, n):
        piece = ll.cast(ll.Str, l.items[i])
        size += len(piece)
        length += piece.length
    t = ll_new_str(size + len(sep) * (n - 1), length + sep.length * (n - 1))
    at = 0
    for i in range(0, n):
        if i > 0 and len(sep) > 0:
            ll.copy_items(sep, 0, t, at, len(sep))
            at += len(sep)
        piece = ll.cast(ll.Str, l.items[i])
        ll.copy_items(piece, 0, t, at, len(piece))
        at += len(piece)
    return t


def ll_str_eq(a, b):
    """a == b."""
    if ll.ptr_eq(a, b):
        return True
    n = len(a)
    return n == len(b) and ll_common(a, 0, b, n) == n


def ll_str_cmp(a, b):
    """-1, 0 or 1 as a is less than, equal to or greater than b. The order of the
    code points is that of their UTF-8 bytes."""
    return ll_bytes_order(a, len(a), b, len(b))


def ll_bytes_order(a, n, b, m):
    """-1, 0 or 1 as the first n bytes of a are less than, equal to or greater than
    the first m of b."""
    k = ll_common(a, 0, b, n if n < m else m)
    if k < n and k < m:
        return -1 if a[k] < b[k] else 1
    if n == m:
        return 0
    return -1 if n < m else 1


def ll_str_contains(s, sub):
    """sub in s."""
    return ll_find(s, 0, len(s), sub, len(sub)) >= 0


def ll_str_chr(n):
    """chr(n)."""
    if n < -2147483648 or n > 2147483647:
        raise OverflowError("Python int too large to convert to C int")
    if n < 0 or n > 1114111:
        raise ValueError("chr() arg not in range(0x110000)")
    if n >= 55296 and n < 57344:
        raise ValueError("chr() of a surrogate: a str holds whole code points only")
    if n < 128:
        return ll_str_char(n)
    s = ll_new_str(ll_width(n), 1)
    ll_encode(s, 0, n)
    return s


def ll_width(c):
    """The number of bytes of a code point in UTF-8."""
    if c < 128:
        return 1
    if c < 2048:
        return 2
    return 3 if c < 65536 else 4


def ll_decode(s, i):
    """The code point whose bytes begin there."""
    c = s[i]
    if c < 128:
        return c
    if c < 224:
        return (c & 31) << 6 | s[i + 1] & 63
    c = (c & 15) << 12 | (s[i + 1] & 63) << 6 | s[i + 2] & 63
    if s[i] < 240:
        return c
    return (c & 32767) << 6 | s[i + 3] & 63


def ll_encode(s, i, c):
    """Writes the code point's bytes there."""
    n = ll_width(c)
    if n == 1:
        s[i] = c
        return
    j = n - 1
    while j > 0:
        s[i + j] = 128 | c & 63
        c >>= 6
        j -= 1
    s[i] = c | 65280 >> n & 255


def ll_str_repr(s):
    """repr(s)."""
    return ll_quote(s, 2147483648)


def ll_quote(s, most):
    """repr(s), cut after so many code points. In double quotes where that spares a
    backslash."""
    quote = 39
    for i in range(0, len(s)):
        if s[i] == 34:
            quote = 39
            break
        if s[i] == 39:
            quote = 34
    size = 1
    length = 1
    i = 0
    while i < len(s):
        c = ll_decode(s, i)
        i += ll_width(c)
        n = ll_escape_size(c, quote)
        size += ll_width(c) if n == 1 else n
        length += n
    t = ll_new_str(size + 1, length + 1)
    t[0] = quote
    at = 1
    i = 0
    while i < len(s):
        c = ll_decode(s, i)
        i += ll_width(c)
        n = ll_escape_size(c, quote)
        if n == 1:
            ll_encode(t, at, c)
            at += ll_width(c)
        else:
            ll_escape(t, at, c, n)
            at += n
    t[at] = quote
    return t if length < most else ll_cut(t, most)


def ll_cut(s, n):
    """The first n code points of a longer str."""
    i = 0
    for k in range(0, n):
        i += ll_width(ll_decode(s, i))
    t = ll_new_str(i, n)
    ll.copy_items(s, 0, t, 0, i)
    return t


def ll_escape_size(c, quote):
    """How many characters stand for c in a repr; 1 for c itself."""
    if c >= 32 and c < 127:
        return 2 if c == quote or c == 92 else 1
    if c < 127:
        return 2 if c == 9 or c == 10 or c == 13 else 4
    if c > 127 and ll_is_printable(c):
        return 1
    return ll_hex_escape_size(c)


def ll_hex_escape_size(c):
    """The length of \\x, \\u or \\U and the digits of c."""
    if c < 256:
        return 4
    return 6 if c < 65536 else 10


def ll_escape(t, at, c, n):
    """Writes the escape of n characters for c: a backslash, a letter, hex digits."""
    t[at] = 92
    if n == 2:
        letter = c
        if c == 9:
            letter = 116
        elif c == 10:
            letter = 110
        elif c == 13:
            letter = 114
        t[at + 1] = letter
        return
    t[at + 1] = 120 if n == 4 else 117 if n == 6 else 85
    i = at + n
    while i > at + 2:
        i -= 1
        t[i] = "0123456789abcdef"[c & 15]
        c >>= 4


def ll_str_escape_non_ascii(s):
    """ascii(x), where s is repr(x): hex escapes for what is beyond ASCII."""
    if len(s) == s.length:
        return s
    size = 0
    i = 0
    while i < len(s):
        c = ll_decode(s, i)
        i += ll_width(c)
        size += 1 if c < 128 else ll_hex_escape_size(c)
    t = ll_new_str(size, size)
    at = 0
    i = 0
    while i < len(s):
        c = ll_decode(s, i)
        i += ll_width(c)
        if c < 128:
            t[at] = c
            at += 1
        else:
            n = ll_hex_escape_size(c)
            ll_escape(t, at, c, n)
            at += n
    return t


def ll_is_printable(c):
    """Is the code point, from 127 on, printed as itself in a repr?"""
    marks = ll_print_marks()
    low = 0
    high = len(marks)
    while high - low > 1:
        middle = low + high >> 1
        if marks[middle] >> 16 <= c:
            low = middle
        else:
            high = middle
    runs = ll_print_runs()
    i = marks[low] & 65535
    start = marks[low] >> 16
    printable = True
    while start <= c and i < len(runs):
        n = ll_decode(runs, i)
        i += ll_width(n)
        start += n
        printable = not printable
    return printable and start > c


def ll_is_space(c):
    """Is the ASCII character a space, to a numeral?"""
    return c == 32 or c >= 9 and c <= 13


def ll_ascii_numeral(s):
    """The str with Unicode's decimal digits and spaces as ASCII, and "?" for other
    characters beyond ASCII (CPython's _PyUnicode_TransformDecimalAndSpaceToASCII)."""
    if len(s) == s.length:
        return s
    t = ll_new_str(s.length, s.length)
    i = 0
    for k in range(0, s.length):
        c = ll_decode(s, i)
        i += ll_width(c)
        t[k] = c if c < 127 else ll_ascii_of(c)
    return t


def ll_ascii_of(c):
    """The ASCII digit or space that this code point stands for in a numeral, or "?"."""
    if ll_str_contains_char((
        "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028"
        "\u2029\u202f\u205f\u3000"
    ), c):
        return 32
    zeros = (
        "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0"
        "\u0f20\u1040\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0"
        "\ua900\ua9d0\ua9f0\uaa50\uabf0\uff10\U000104a0\U00010d30\U00011066\U000110f0\U00011136"
        "\U000111d0\U000112f0\U00011450\U000114d0\U00011650\U000116c0\U00011730\U000118e0\U00011950"
        "\U00011c50\U00011d50\U00011da0\U00016a60\U00016ac0\U00016b50\U0001d7ce\U0001d7d8\U0001d7e2"
        "\U0001d7ec\U0001d7f6\U0001e140\U0001e2f0\U0001e950\U0001fbf0"
    )
    i = 0
    while i < len(zeros):
        zero = ll_decode(zeros, i)
        i += ll_width(zero)
        if c >= zero and c < zero + 10:
            return 48 + c - zero
    return 63


def ll_str_contains_char(s, c):
    """Is the code point in s?"""
    i = 0
    while i < len(s):
        if ll_decode(s, i) == c:
            return True
        i += ll_width(ll_decode(s, i))
    return False
