"""The methods of bytes and bytearray that take bytes for ASCII text. Arguments and
results are as in rlib/bytes.py; the Lists that are filled come in empty."""

from rlib import lowlevel as ll
from rlib.bytes import ll_bytes_sub, ll_new_bytes
from rlib.int import ll_int_str
from rlib.search import ll_find, ll_find_byte, ll_rfind
from rlib.split import ll_rsplit, ll_rsplit_space, ll_skip_space, ll_skip_space_back, ll_split, ll_split_space
from rlib.split import ll_splitlines
from rlib.string import ll_concat, ll_new_str
from rlib.string_case import ll_is_ascii_letter
from rlib.string_pad import ll_expand_tabs, ll_missing, ll_tab


def ll_byte_space(b, at):
    """1 where a white space stands, else 0."""
    c = b[at]
    return 1 if c == 32 or c >= 9 and c <= 13 else 0


def ll_byte_space_before(b, at):
    return ll_byte_space(b, at - 1)


def ll_byte_newline(b, at, n):
    """The number of bytes of the end of line there, or 0."""
    if b[at] == 13:
        return 2 if at + 1 < n and b[at + 1] == 10 else 1
    return 1 if b[at] == 10 else 0


def ll_bytes_split_space(l, b, n, most):
    """l = b.split(None, most)."""
    ll_split_space(l, b, n, most, ll_byte_space, ll_bytes_sub)


def ll_bytes_rsplit_space(l, b, n, most):
    """l = b.rsplit(None, most)."""
    ll_rsplit_space(l, b, n, most, ll_byte_space_before, ll_bytes_sub)


def ll_bytes_split(l, b, n, sep, m, most):
    """l = b.split(sep, most)."""
    ll_split(l, b, n, sep, m, most, ll_bytes_sub)


def ll_bytes_rsplit(l, b, n, sep, m, most):
    """l = b.rsplit(sep, most)."""
    ll_rsplit(l, b, n, sep, m, most, ll_bytes_sub)


def ll_bytes_splitlines(l, b, n, keepends):
    """l = b.splitlines(keepends)."""
    ll_splitlines(l, b, n, keepends, ll_byte_newline, ll_bytes_sub)


def ll_bytes_partition(b, n, sep, m):
    """b.partition(sep)."""
    if m == 0:
        raise ValueError("empty separator")
    at = ll_find(b, 0, n, sep, m)
    if at < 0:
        return ll_bytes_sub(b, 0, n), ll_new_bytes(0), ll_new_bytes(0)
    return ll_bytes_sub(b, 0, at), ll_bytes_sub(sep, 0, m), ll_bytes_sub(b, at + m, n)


def ll_bytes_rpartition(b, n, sep, m):
    """b.rpartition(sep)."""
    if m == 0:
        raise ValueError("empty separator")
    at = ll_rfind(b, 0, n, sep, m)
    if at < 0:
        return ll_new_bytes(0), ll_new_bytes(0), ll_bytes_sub(b, 0, n)
    return ll_bytes_sub(b, 0, at), ll_bytes_sub(sep, 0, m), ll_bytes_sub(b, at + m, n)


def ll_bytes_strip(b, n, left, right):
    """b.strip(), or with one of the sides lstrip() or rstrip()."""
    start = ll_skip_space(b, 0, n, ll_byte_space) if left else 0
    end = ll_skip_space_back(b, n, ll_byte_space_before) if right and start < n else n
    return ll_bytes_sub(b, start, end)


def ll_bytes_strip_chars(b, n, chars, m, left, right):
    """b.strip(chars), or with one of the sides lstrip(chars) or rstrip(chars)."""
    start = 0
    while left and start < n and ll_find_byte(chars, 0, m, b[start]) >= 0:
        start += 1
    end = n
    while right and end > start and ll_find_byte(chars, 0, m, b[end - 1]) >= 0:
        end -= 1
    return ll_bytes_sub(b, start, end)


def ll_bytes_pad(b, n, left, right, fill):
    """b with so many bytes `fill` on both sides."""
    if left > 2147483647 or right > 2147483647:
        raise MemoryError()
    t = ll_new_bytes(left + n + right)
    for i in range(0, left):
        t[i] = fill
    ll.copy_items(b, 0, t, left, n)
    for i in range(left + n, len(t)):
        t[i] = fill
    return t


def ll_fill_byte(fill, m, method):
    """The byte of a one-byte `fill`; the method is the one that it was given to."""
    if m != 1:
        raise TypeError(ll_concat(method, "() argument 2 must be a byte string of length 1, not bytes"))
    return fill[0]


def ll_bytes_ljust(b, n, width, fill, m):
    """b.ljust(width, fill)."""
    return ll_bytes_pad(b, n, 0, ll_missing(n, width), ll_fill_byte(fill, m, "ljust"))


def ll_bytes_rjust(b, n, width, fill, m):
    """b.rjust(width, fill)."""
    return ll_bytes_pad(b, n, ll_missing(n, width), 0, ll_fill_byte(fill, m, "rjust"))


def ll_bytes_center(b, n, width, fill, m):
    """b.center(width, fill)."""
    more = ll_missing(n, width)
    left = (more >> 1) + (more & width & 1)
    return ll_bytes_pad(b, n, left, more - left, ll_fill_byte(fill, m, "center"))


def ll_bytes_zfill(b, n, width):
    """b.zfill(width)."""
    more = ll_missing(n, width)
    t = ll_bytes_pad(b, n, more, 0, 48)
    if more > 0 and n > 0 and (b[0] == 43 or b[0] == 45):
        t[0] = b[0]
        t[more] = 48
    return t


def ll_bytes_expandtabs(b, n, size):
    """b.expandtabs(size)."""
    if size < -2147483648 or size > 2147483647:
        raise OverflowError("Python int too large to convert to C int")
    count = 0
    column = 0
    for i in range(0, n):
        c = b[i]
        if c == 9:
            count += ll_tab(column, size)
            column += ll_tab(column, size)
        else:
            count += 1
            column = 0 if c == 10 or c == 13 else column + 1
        if count > 2147483647:
            raise MemoryError()
    t = ll_new_bytes(count)
    ll_expand_tabs(t, b, n, size, ll_every_byte)
    return t


def ll_every_byte(c):
    """Each byte has the width of one column."""
    return True


def ll_bytes_map(b, n, image):
    """The bytes `image(c)` of those of b."""
    t = ll_new_bytes(n)
    for i in range(0, n):
        t[i] = image(b[i])
    return t


def ll_byte_lower(c):
    return c + 32 if c >= 65 and c <= 90 else c


def ll_byte_upper(c):
    return c - 32 if c >= 97 and c <= 122 else c


def ll_byte_swapped(c):
    return c ^ 32 if ll_is_ascii_letter(c) else c


def ll_bytes_lower(b, n):
    """b.lower()."""
    return ll_bytes_map(b, n, ll_byte_lower)


def ll_bytes_upper(b, n):
    """b.upper()."""
    return ll_bytes_map(b, n, ll_byte_upper)


def ll_bytes_swapcase(b, n):
    """b.swapcase()."""
    return ll_bytes_map(b, n, ll_byte_swapped)


def ll_bytes_capitalize(b, n):
    """b.capitalize()."""
    t = ll_bytes_map(b, n, ll_byte_lower)
    if n > 0:
        t[0] = ll_byte_upper(b[0])
    return t


def ll_bytes_title(b, n):
    """b.title()."""
    t = ll_bytes_map(b, n, ll_byte_lower)
    for i in range(0, n):
        if i == 0 or not ll_is_ascii_letter(b[i - 1]):
            t[i] = ll_byte_upper(b[i])
    return t


def ll_bytes_all(b, n, test):
    """Is b not empty, and the test true of each byte?"""
    for i in range(0, n):
        if not test(b[i]):
            return False
    return n > 0


def ll_is_byte_digit(c):
    return c >= 48 and c <= 57


def ll_is_byte_alnum(c):
    return ll_is_ascii_letter(c) or ll_is_byte_digit(c)


def ll_is_byte_space(c):
    return c == 32 or c >= 9 and c <= 13


def ll_bytes_isalpha(b, n):
    """b.isalpha()."""
    return ll_bytes_all(b, n, ll_is_ascii_letter)


def ll_bytes_isdigit(b, n):
    """b.isdigit()."""
    return ll_bytes_all(b, n, ll_is_byte_digit)


def ll_bytes_isalnum(b, n):
    """b.isalnum()."""
    return ll_bytes_all(b, n, ll_is_byte_alnum)


def ll_bytes_isspace(b, n):
    """b.isspace()."""
    return ll_bytes_all(b, n, ll_is_byte_space)


def ll_bytes_isascii(b, n):
    """b.isascii()."""
    for i in range(0, n):
        if b[i] > 127:
            return False
    return True


def ll_bytes_islower(b, n):
    """b.islower()."""
    return ll_has_only_case(b, n, 97, 65)


def ll_bytes_isupper(b, n):
    """b.isupper()."""
    return ll_has_only_case(b, n, 65, 97)


def ll_has_only_case(b, n, case, other):
    """Are there letters of the alphabet from `case` on and none of the other?"""
    found = False
    for i in range(0, n):
        if ll.uint_lt(b[i] - other, 26):
            return False
        if ll.uint_lt(b[i] - case, 26):
            found = True
    return found


def ll_bytes_istitle(b, n):
    """b.istitle()."""
    found = False
    in_word = False
    for i in range(0, n):
        c = b[i]
        letter = ll_is_ascii_letter(c)
        if letter:
            if in_word and c < 97 or not in_word and c >= 97:
                return False
            found = True
        in_word = letter
    return found


def ll_bytes_translate(b, n, table, size, has_table, deleted, m):
    """b.translate(table, delete=deleted); without a table, bytes stay."""
    if has_table and size != 256:
        raise ValueError("translation table must be 256 characters long")
    t = ll_new_bytes(n)
    to = 0
    for i in range(0, n):
        c = b[i]
        if ll_find_byte(deleted, 0, m, c) < 0:
            t[to] = table[c] if has_table else c
            to += 1
    return t if to == n else ll_bytes_sub(t, 0, to)


def ll_bytes_maketrans(a, n, b, m):
    """bytes.maketrans(a, b)."""
    if n != m:
        raise ValueError("maketrans arguments must have same length")
    t = ll_new_bytes(256)
    for c in range(0, 256):
        t[c] = c
    for i in range(0, n):
        t[a[i]] = b[i]
    return t


def ll_bytes_hex(b, n):
    """b.hex()."""
    s = ll_new_str(n + n, n + n)
    for i in range(0, n):
        ll_write_hex(s, i + i, b[i])
    return s


def ll_write_hex(s, at, c):
    """Writes two hex digits."""
    s[at] = "0123456789abcdef"[c >> 4]
    s[at + 1] = "0123456789abcdef"[c & 15]


def ll_bytes_hex_sep(b, n, sep, group):
    """b.hex(sep, group): groups are counted from the right, or from the left where
    their size is negative."""
    if sep.length != 1:
        raise ValueError("sep must be length 1.")
    if len(sep) != 1:
        raise ValueError("sep must be ASCII.")
    from_left = group < 0
    if from_left:
        group = ll.int_sub(0, group)
    if group <= 0 or group >= n:
        return ll_bytes_hex(b, n)
    size = n + n + ll.int_div(n - 1, group)
    s = ll_new_str(size, size)
    at = 0
    for i in range(0, n):
        if i > 0 and ll.int_rem(i if from_left else n - i, group) == 0:
            s[at] = sep[0]
            at += 1
        ll_write_hex(s, at, b[i])
        at += 2
    return s


def ll_bytes_fromhex(s):
    """bytes.fromhex(s)."""
    n = len(s)
    if n != s.length:
        at = 0
        while s[at] < 128:
            at += 1
        ll_no_hex(at)
    t = ll_new_bytes(n)
    to = 0
    at = 0
    while at < n:
        if ll_is_byte_space(s[at]):
            at += 1
        else:
            high = ll_hex_digit(s[at])
            if high > 15:
                ll_no_hex(at)
            at += 1
            low = ll_hex_digit(s[at]) if at < n else 16
            if low > 15:
                ll_no_hex(at)
            at += 1
            t[to] = high << 4 | low
            to += 1
    return ll_bytes_sub(t, 0, to)


def ll_no_hex(at):
    """Raises fromhex's error."""
    raise ValueError(ll_concat("non-hexadecimal number found in fromhex() arg at position ", ll_int_str(at)))


def ll_hex_digit(c):
    """The value of a hex digit, or 16."""
    if c >= 48 and c <= 57:
        return c - 48
    c |= 32
    return c - 87 if c >= 97 and c <= 102 else 16
