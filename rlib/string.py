"""str: UTF-8 bytes and a length in code points (equal where all is ASCII)."""

from rlib import lowlevel as ll
from rlib.search import ll_common, ll_find

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
    """Is the code point, from 128 on, printed as itself in a repr? The characters
    of the text are the lengths of the runs that are not and that are, in turn."""
    runs = (
        "\"\x0c\x01\u02ca\x02\x06\x04\x07\x01\x01\x01\x14\x01\u018d\x01&\x022\x02\x03\x017\x08\x1b"
        "\x04\x06\x11\x16\x01\xc0\x010\x02;\x02e\x0e;\x021\x02\x0f\x01\x1c\x02\x01\x01\x0b\x05\x1f"
        "\x09J\x01\xa1\x01\x08\x02\x02\x02\x16\x01\x07\x01\x01\x03\x04\x02\x09\x02\x02\x02\x04\x08"
        "\x01\x04\x02\x01\x05\x02\x19\x02\x03\x01\x06\x04\x02\x02\x16\x01\x07\x01\x02\x01\x02\x01"
        "\x02\x02\x01\x01\x05\x04\x02\x02\x03\x03\x01\x07\x04\x01\x01\x07\x11\x0a\x03\x01\x09\x01"
        "\x03\x01\x16\x01\x07\x01\x02\x01\x05\x02\x0a\x01\x03\x01\x03\x02\x01\x0f\x04\x02\x0c\x07"
        "\x07\x01\x03\x01\x08\x02\x02\x02\x16\x01\x07\x01\x02\x01\x05\x02\x09\x02\x02\x02\x03\x07"
        "\x03\x04\x02\x01\x05\x02\x12\x0a\x02\x01\x06\x03\x03\x01\x04\x03\x02\x01\x01\x01\x02\x03"
        "\x02\x03\x03\x03\x0c\x04\x05\x03\x03\x01\x04\x02\x01\x06\x01\x0e\x15\x05\x0d\x01\x03\x01"
        "\x17\x01\x10\x02\x09\x01\x03\x01\x04\x07\x02\x01\x03\x02\x01\x02\x04\x02\x0a\x07\x16\x01"
        "\x03\x01\x17\x01\x0a\x01\x05\x02\x09\x01\x03\x01\x04\x07\x02\x06\x02\x01\x04\x02\x0a\x01"
        "\x02\x0d\x0d\x01\x03\x013\x01\x03\x01\x06\x04\x10\x02\x1a\x01\x03\x01\x12\x03\x18\x01\x09"
        "\x01\x01\x02\x07\x03\x01\x04\x06\x01\x01\x01\x08\x06\x0a\x02\x03\x0c:\x04\x1d%\x02\x01\x01"
        "\x01\x05\x01\x18\x01\x01\x01\x17\x02\x05\x01\x01\x01\x06\x02\x0a\x02\x04 H\x01$\x04'\x01$"
        "\x01\x0f\x01\x0d%\xc6\x01\x01\x05\x01\x02\u0179\x01\x04\x02\x07\x01\x01\x01\x04\x02)\x01"
        "\x04\x02!\x01\x04\x02\x07\x01\x01\x01\x04\x02\x0f\x019\x01\x04\x02C\x02 \x03\x1a\x06V\x02"
        "\x06\x02\u0280\x01\x1c\x03Y\x07\x16\x09\x18\x09\x14\x0c\x0d\x01\x03\x01\x02\x0c^\x02\x0a"
        "\x06\x0a\x06\x0e\x01\x0b\x06Y\x07+\x05F\x0a\x1f\x01\x0c\x04\x0c\x04\x01\x03*\x02\x05\x0b,"
        "\x04\x1a\x06\x0b\x03>\x02A\x01\x1d\x02\x0b\x06\x0a\x06\x0e\x02\x1f1M\x03/\x01t\x08<\x03"
        "\x0f\x03<\x07+\x02\x0b\x08+\x05\u0216\x02\x06\x02&\x02\x06\x02\x08\x01\x01\x01\x01\x01\x01"
        "\x01\x1f\x025\x01\x0f\x01\x0e\x02\x06\x01\x13\x02\x03\x01\x09\x11\x18\x08/\x11\x02\x02\x1b"
        "\x01\x0d\x03!\x0f!\x0f\x8c\x04\u0297\x19\x0b\x15\u0714\x02 \x01\u015d\x05-\x01\x01\x05\x01"
        "\x028\x07\x02\x0e\x18\x09\x07\x01\x07\x01\x07\x01\x07\x01\x07\x01\x07\x01\x07\x01\x07\x01~"
        "\"\x1a\x01Y\x0c\xd6\x1a\x0c\x05?\x01V\x02g\x05+\x01^\x01T\x0c/\x01\u726d\x037\x09\u015c"
        "\x14\xb8\x08\xcb\x05\x02\x01\x01\x01\x05\x18;\x03\x0a\x068\x08F\x08\x0c\x06t\x0b\x1e\x03N"
        "\x01\x0b\x04!\x017\x09\x0e\x02\x0a\x02g\x18\x1c\x0a\x06\x02\x06\x02\x06\x09\x07\x01\x07"
        "\x01<\x04~\x02\x0a\x06\u2ba4\x0c\x17\x041\u2104\u016e\x02j&\x07\x0c\x05\x05\x1a\x01\x05"
        "\x01\x01\x01\x02\x01\x02\x01}\x10\u01bd\x026\x07\x01 *\x063\x01\x13\x01\x04\x04\x05\x01"
        "\x87\x04\xbe\x03\x06\x02\x06\x02\x06\x02\x03\x03\x07\x01\x07\x0d\x02\x02\x0c\x01\x1a\x01"
        "\x13\x01\x02\x01\x0f\x02\x0e\"{\x05\x03\x04-\x03X\x01\x0d\x03\x01/.\x82\x1d\x031\x0f\x1c"
        "\x04$\x09\x1e\x05+\x05\x1e\x01%\x04\x0e*\x9e\x02\x0a\x06$\x04$\x04(\x084\x0b\x0c\x01\x0f"
        "\x01\x07\x01\x02\x01\x0b\x01\x0f\x01\x07\x01\x02C\u0137\x09\x16\x0a\x08\x18\x06\x01*\x01"
        "\x09E\x06\x02\x01\x01,\x01\x02\x03\x01\x02\x17\x01H\x08\x090\x13\x01\x02\x05!\x03\x1b\x05"
        "\x01@8\x04\x14\x022\x01\x02\x05\x08\x01\x03\x01\x1d\x02\x03\x04\x0a\x07\x09\x07@ '\x04\x0c"
        "\x096\x03\x1d\x02\x1b\x05\x1a\x07\x04\x0c\x07PI73\x0d3\x07.\x08\x0a\u0126\x1f\x01*\x01\x03"
        "\x02\x02N(\x08*\x16\x1a&\x1c\x14\x17\x09N\x04$\x09>\x01\x05\x0d\x19\x07\x0a\x065\x01\x12"
        "\x08'\x09`\x01\x14\x0b\x12\x01,A\x07\x01\x01\x01\x04\x01\x0f\x01\x0b\x06;\x05\x0a\x06\x04"
        "\x01\x08\x02\x02\x02\x16\x01\x07\x01\x02\x01\x05\x01\x0a\x02\x02\x02\x03\x02\x01\x06\x01"
        "\x05\x07\x02\x07\x03\x05\x8b\\\x01\x05\x1eH\x08\x0a\xa66\x02&\"E\x0b\x0a\x06\x0d\x13:\x06"
        "\x0a6\x1b\x02\x0f\x04\x17\xb9<dS\x0c\x08\x02\x01\x02\x08\x01\x02\x01\x1e\x01\x02\x02\x0c"
        "\x09\x0aF\x08\x02.\x02\x0b\x1bH\x08S\x0dI\u0107\x09\x01-\x01\x0e\x0a\x1d\x03 \x02\x16\x01"
        "\x0eI\x07\x01\x02\x01,\x03\x01\x01\x02\x01\x09\x08\x0a\x06\x06\x01\x02\x01%\x01\x02\x01"
        "\x06\x07\x0a\u0136\x19\xb7\x01\x0f2\x0d\u039bfo\x01\x05\x0b\xc4\u0a4cc\x0d\u042f\u0fd1"
        "\u0247\u21b9\u0239\x07\x1f\x01\x0a\x04Q\x01\x0a\x06\x1e\x02\x06\x0aF\x0a\x0a\x01\x07\x01"
        "\x15\x05\x13\u02b0[eK\x049\x07\x11@\x05\x0b\x02\x0e\u17f8\x08\u04d6*\x09\u22e7\x04\x01\x07"
        "\x01\x02\x01\u0123-\x03\x11\x04\x08\u018c\u0904k\x05\x0d\x03\x09\x07\x0a\x02\x04\u1260."
        "\x02\x17\x09t<\xf6\x0a'\x02J\x08p\x15F\x9a\x14\x0cW\x09\x19\x87U\x01G\x01\x02\x02\x01\x02"
        "\x02\x02\x04\x01\x0c\x01\x01\x01\x07\x01A\x01\x04\x02\x08\x01\x07\x01\x1c\x01\x04\x01\x05"
        "\x01\x01\x03\x07\x01\u0154\x02\u0124\x02\u02be\x0f\x05\x01\x0f\u0450\x1f\xe1\x07\x01\x11"
        "\x02\x07\x01\x02\x01\x05\xd5-\x03\x0e\x02\x0a\x04\x02\u0140\x1f\x11:\x05\x01\u04e0\x07\x01"
        "\x04\x01\x02\x01\x0f\x01\xc5\x02\x10)L\x04\x0a\x04\x02\u0311DL=\xc2\x04\x01\x1b\x01\x02"
        "\x01\x01\x02\x01\x01\x0a\x01\x04\x01\x01\x01\x01\x06\x01\x04\x01\x01\x01\x01\x01\x01\x03"
        "\x01\x02\x01\x01\x02\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x02\x01\x01\x02\x04\x01\x07"
        "\x01\x04\x01\x04\x01\x01\x01\x0a\x01\x11\x05\x03\x01\x05\x01\x114\x02\u010e,\x04d\x0c\x0f"
        "\x02\x0f\x01\x0f\x01%\x0a\xae8\x1d\x0d,\x04\x09\x07\x02\x0e\x06\x9a\u03d8\x05\x10\x03\x0d"
        "\x03t\x0cY\x07\x0c\x04\x01\x0f\x0c\x048\x08\x0a\x06(\x08\x1e\x02\x02N\u0154\x0c\x0e\x02"
        "\x05\x03\x05\x03\x07\x09\x1d\x03\x0b\x05\x06\x0a\x0a\x06\x08\x08\x07\x09\x93\x017%\x0a"
        "\u0406\ua6e0 \u1039\x07\xde\x02\u1682\x0e\u1d31\u0c1f\u021e\u05e2\u134b\U000aedb5\xf0"
    )
    i = 0
    start = 127
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
