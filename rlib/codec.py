"""Encoding and decoding: UTF-8, ASCII, Latin-1, with the error handlers strict,
ignore, replace, backslashreplace and, to encode, xmlcharrefreplace.

Bytes come in as a tail and the number of its bytes that count: a bytes object and
its length, or the items of a bytearray and its length.
"""

from rlib import lowlevel as ll
from rlib.int import ll_int_str
from rlib.string import ll_concat, ll_decode, ll_encode, ll_escape, ll_hex_escape_size, ll_new_str, ll_str_eq
from rlib.string_index import ll_lead_width


def ll_codec(name):
    """0, 1 or 2: UTF-8, ASCII or Latin-1 by one of its names."""
    plain = ll.new_tail(ll.Str, len(name))
    n = 0
    for i in range(0, len(name)):
        c = name[i]
        if c >= 48 and c <= 57 or c >= 97 and c <= 122:
            plain[n] = c
            n += 1
        elif c >= 65 and c <= 90:
            plain[n] = c + 32
            n += 1
    if ll_is_text(plain, n, "utf8") or ll_is_text(plain, n, "u8") or ll_is_text(plain, n, "utf"):
        return 0
    if ll_is_text(plain, n, "ascii") or ll_is_text(plain, n, "usascii") or ll_is_text(plain, n, "646"):
        return 1
    if ll_is_text(plain, n, "latin1") or ll_is_text(plain, n, "latin") or ll_is_text(plain, n, "iso88591"):
        return 2
    if ll_is_text(plain, n, "l1") or ll_is_text(plain, n, "cp819") or ll_is_text(plain, n, "8859"):
        return 2
    raise LookupError(ll_concat("unknown encoding: ", name))


def ll_is_text(s, n, text):
    """Are the first n bytes of s those of the text?"""
    if n != len(text):
        return False
    for i in range(0, n):
        if s[i] != text[i]:
            return False
    return True


def ll_error_handler(errors):
    """A number for each error handler; strict is 0."""
    if ll_str_eq(errors, "strict"):
        return 0
    if ll_str_eq(errors, "ignore"):
        return 1
    if ll_str_eq(errors, "replace"):
        return 2
    if ll_str_eq(errors, "backslashreplace"):
        return 3
    if ll_str_eq(errors, "xmlcharrefreplace"):
        return 4
    raise LookupError(ll_concat(ll_concat("unknown error handler name '", errors), "'"))


def ll_str_encode(s, encoding, errors):
    """s.encode(encoding, errors)."""
    codec = ll_codec(encoding)
    if codec == 0:
        return ll_encode_utf8(s)
    return ll_encode_narrow(s, 128 if codec == 1 else 256, "ascii" if codec == 1 else "latin-1", errors)


def ll_encode_utf8(s):
    """s.encode(): there is nothing that has no UTF-8."""
    b = ll.new_tail(ll.Bytes, len(s))
    ll.copy_items(s, 0, b, 0, len(s))
    return b


def ll_encode_narrow(s, limit, codec, errors):
    """A byte for each code point below the limit; the others are errors."""
    if len(s) == s.length:
        return ll_encode_utf8(s)
    handler = -1
    size = 0
    at = 0
    while at < len(s):
        c = ll_decode(s, at)
        if c < limit:
            size += 1
        else:
            if handler < 0:
                handler = ll_error_handler(errors)
            if handler == 0:
                ll_cannot_encode(s, at, limit, codec)
            size += ll_substitute_size(c, handler)
        at += ll_lead_width(s[at])
    if size > 2147483647:
        raise MemoryError()
    b = ll.new_tail(ll.Bytes, size)
    to = 0
    at = 0
    while at < len(s):
        c = ll_decode(s, at)
        if c < limit:
            b[to] = c
            to += 1
        else:
            n = ll_substitute_size(c, handler)
            ll_substitute(b, to, c, handler, n)
            to += n
        at += ll_lead_width(s[at])
    return b


def ll_substitute_size(c, handler):
    """How many bytes the handler writes for a code point."""
    if handler == 3:
        return ll_hex_escape_size(c)
    if handler < 3:
        return handler - 1
    n = 3
    while c > 0:
        c = ll.int_div(c, 10)
        n += 1
    return n


def ll_substitute(b, at, c, handler, n):
    """Writes these n bytes."""
    if handler == 2:
        b[at] = 63
    elif handler == 3:
        ll_escape(b, at, c, n)
    elif handler == 4:
        b[at] = 38
        b[at + 1] = 35
        i = at + n - 1
        b[i] = 59
        while c > 0:
            i -= 1
            b[i] = 48 + ll.int_rem(c, 10)
            c = ll.int_div(c, 10)


def ll_cannot_encode(s, at, limit, codec):
    """Raises UnicodeEncodeError for the code points there that reach the limit."""
    first = 0
    i = 0
    while i < at:
        i += ll_lead_width(s[i])
        first += 1
    last = first
    i += ll_lead_width(s[i])
    while i < len(s) and ll_decode(s, i) >= limit:
        i += ll_lead_width(s[i])
        last += 1
    text = ll_concat(ll_concat("'", codec), "' codec can't encode character")
    if first == last:
        c = ll_decode(s, at)
        n = ll_hex_escape_size(c)
        escape = ll_new_str(n, n)
        ll_escape(escape, 0, c, n)
        text = ll_concat(ll_concat(ll_concat(text, " '"), escape), "'")
    else:
        text = ll_concat(text, "s")
    text = ll_concat(text, ll_positions(first, last))
    raise UnicodeEncodeError(ll_concat(text, ll_concat("ordinal not in range(", ll_concat(ll_int_str(limit), ")"))))


def ll_positions(first, last):
    """Where an error is, for its message."""
    text = ll_concat(" in position ", ll_int_str(first))
    if first < last:
        text = ll_concat(ll_concat(text, "-"), ll_int_str(last))
    return ll_concat(text, ": ")


def ll_bytes_decode(b, n, encoding, errors):
    """b.decode(encoding, errors)."""
    codec = ll_codec(encoding)
    if codec == 0:
        return ll_decode_utf8(b, n, errors)
    return ll_decode_ascii(b, n, errors) if codec == 1 else ll_decode_latin1(b, n)


def ll_decode_latin1(b, n):
    """Each byte is a code point."""
    size = n
    for i in range(0, n):
        size += b[i] >> 7
    s = ll_new_str(size, n)
    if size == n:
        ll.copy_items(b, 0, s, 0, n)
        return s
    to = 0
    for i in range(0, n):
        ll_encode(s, to, b[i])
        to += 1 + (b[i] >> 7)
    return s


def ll_decode_ascii(b, n, errors):
    """The bytes below 128; the others are errors."""
    i = 0
    while i < n and b[i] < 128:
        i += 1
    if i < n:
        return ll_decode_loosely(b, n, i, errors, "ascii", ll_ascii_fault)
    s = ll_new_str(n, n)
    ll.copy_items(b, 0, s, 0, n)
    return s


def ll_decode_utf8(b, n, errors):
    """The bytes are UTF-8, or there are errors, as Unicode's chapter 3.9 recommends."""
    length = 0
    at = 0
    while at < n:
        if b[at] < 128:
            at += 1
        else:
            width, fault = ll_utf8_fault(b, at, n)
            if fault > 0:
                return ll_decode_loosely(b, n, at, errors, "utf-8", ll_utf8_fault)
            at += width
        length += 1
    s = ll_new_str(n, length)
    ll.copy_items(b, 0, s, 0, n)
    return s


def ll_ascii_fault(b, at, n):
    """How many bytes belong together there, and what is wrong with them: 0 is nothing."""
    return 1, 4 if b[at] > 127 else 0


def ll_utf8_fault(b, at, n):
    """The same, for UTF-8."""
    c = b[at]
    if c < 128:
        return 1, 0
    if c < 194 or c > 244:
        return 1, 1
    width = ll_lead_width(c)
    for k in range(1, width):
        if at + k == n:
            return k, 3
        d = b[at + k]
        least = 160 if c == 224 and k == 1 else 144 if c == 240 and k == 1 else 128
        most = 159 if c == 237 and k == 1 else 143 if c == 244 and k == 1 else 191
        if d < least or d > most:
            return k, 2
    return width, 0


def ll_decode_loosely(b, n, good, errors, codec, find_fault):
    """Decodes what has an error behind the first `good` bytes."""
    handler = ll_error_handler(errors)
    if handler == 4:
        raise TypeError("don't know how to handle UnicodeDecodeError in error callback")
    if n > 536870911:
        raise MemoryError()
    t = ll.new_tail(ll.Buffer, 4 * n)
    ll.copy_items(b, 0, t, 0, good)
    to = good
    at = good
    while at < n:
        width, fault = find_fault(b, at, n)
        if fault == 0:
            for k in range(0, width):
                t[to + k] = b[at + k]
            to += width
        elif handler == 0:
            ll_cannot_decode(b, at, width, codec, fault)
        elif handler == 2:
            ll_encode(t, to, 65533)
            to += 3
        elif handler == 3:
            for k in range(0, width):
                ll_escape(t, to, b[at + k], 4)
                to += 4
        at += width
    length = 0
    for i in range(0, to):
        length += 1 if t[i] & 192 != 128 else 0
    s = ll_new_str(to, length)
    ll.copy_items(t, 0, s, 0, to)
    return s


def ll_cannot_decode(b, at, width, codec, fault):
    """Raises UnicodeDecodeError for these bytes."""
    text = ll_concat(ll_concat("'", codec), "' codec can't decode byte")
    if width == 1:
        byte = ll_new_str(5, 5)
        ll_escape(byte, 1, b[at], 4)
        byte[0] = 32
        byte[1] = 48
        text = ll_concat(text, byte)
    else:
        text = ll_concat(text, "s")
    text = ll_concat(text, ll_positions(at, at + width - 1))
    why = "ordinal not in range(128)"
    if fault == 1:
        why = "invalid start byte"
    elif fault == 2:
        why = "invalid continuation byte"
    elif fault == 3:
        why = "unexpected end of data"
    raise UnicodeDecodeError(ll_concat(text, why))
