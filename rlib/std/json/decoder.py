"""Reading JSON: a recursive descent over the UTF-8 bytes of the text.

Each function takes the text and a place in its bytes, and returns what it has read there and
the place behind it.
`hooks` are the functions that the caller wants to be called, None for those not given:
object_hook, object_pairs_hook, parse_float, parse_int, parse_constant; and `strict`.
"""

from rlib.search import ll_matches
from rlib.string import ll_str_sub
from rlib.string_index import ll_str_offset, ll_str_position
from rlib.utf8 import ll_utf8_byte, ll_utf8_size

__all__ = ["JSONDecodeError", "JSONDecoder"]


class JSONDecodeError(ValueError):
    """`pos` is the place in `doc`; lines and columns count from 1."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


class JSONDecoder:
    def __init__(
        self,
        *,
        object_hook=None,
        parse_float=None,
        parse_int=None,
        parse_constant=None,
        strict=True,
        object_pairs_hook=None,
    ):
        self.object_hook = object_hook
        self.object_pairs_hook = object_pairs_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict

    def _hooks(self):
        return (
            self.object_hook,
            self.object_pairs_hook,
            self.parse_float,
            self.parse_int,
            self.parse_constant,
            self.strict,
        )

    def decode(self, s):
        return decode(s, self._hooks())

    def raw_decode(self, s, idx=0):
        """The value at that place of the text, and the place behind it."""
        value, end = _value(s, ll_str_offset(s, idx), self._hooks())
        return value, ll_str_position(s, end)


def decode(text, hooks):
    """The value that the whole text is."""
    value, at = _value(text, _space(text, 0), hooks)
    at = _space(text, at)
    if at < ll_utf8_size(text):
        raise _error("Extra data", text, at)
    return value


def _error(msg, text, at):
    """The exception, with the position in code points."""
    return JSONDecodeError(msg, text, ll_str_position(text, at))


def _is_at(text, at, piece):
    """Does the piece, which is ASCII, stand there?"""
    return ll_matches(text, at, ll_utf8_size(text), piece, len(piece))


def _space(text, at):
    """The place behind the white space."""
    while ll_utf8_byte(text, at) == 32 or ll_utf8_byte(text, at) == 10 or ll_utf8_byte(text, at) == 13 or ll_utf8_byte(text, at) == 9:
        at += 1
    return at


def _value(text, at, hooks):
    c = ll_utf8_byte(text, at)
    if c == 34:  # "
        return _string(text, at + 1, hooks[5])
    if c == 123:  # {
        return _object(text, at + 1, hooks)
    if c == 91:  # [
        return _array(text, at + 1, hooks)
    if 48 <= c <= 57 or c == 45 and 48 <= ll_utf8_byte(text, at + 1) <= 57:  # a digit, perhaps behind a -
        return _number(text, at, hooks)
    if c == 110 and _is_at(text, at, "null"):
        return None, at + 4
    if c == 116 and _is_at(text, at, "true"):
        return True, at + 4
    if c == 102 and _is_at(text, at, "false"):
        return False, at + 5
    for name in ("NaN", "Infinity", "-Infinity"):
        if _is_at(text, at, name):
            parse_constant = hooks[4]
            value = float(name) if parse_constant is None else parse_constant(name)
            return value, at + len(name)
    raise _error("Expecting value", text, at)


def _array(text, at, hooks):
    items = []
    at = _space(text, at)
    if ll_utf8_byte(text, at) == 93:  # ]
        return items, at + 1
    while True:
        item, at = _value(text, at, hooks)
        items.append(item)
        at = _space(text, at)
        if ll_utf8_byte(text, at) == 93:
            return items, at + 1
        if ll_utf8_byte(text, at) != 44:  # ,
            raise _error("Expecting ',' delimiter", text, at)
        at = _space(text, at + 1)


def _object(text, at, hooks):
    object_hook, object_pairs_hook = hooks[0], hooks[1]
    members = {}
    pairs = []
    at = _space(text, at)
    if ll_utf8_byte(text, at) != 125:  # }
        while True:
            if ll_utf8_byte(text, at) != 34:  # "
                raise _error("Expecting property name enclosed in double quotes", text, at)
            key, at = _string(text, at + 1, hooks[5])
            at = _space(text, at)
            if ll_utf8_byte(text, at) != 58:  # :
                raise _error("Expecting ':' delimiter", text, at)
            value, at = _value(text, _space(text, at + 1), hooks)
            if object_pairs_hook is None:
                members[key] = value
            else:
                pairs.append((key, value))
            at = _space(text, at)
            if ll_utf8_byte(text, at) == 125:
                break
            if ll_utf8_byte(text, at) != 44:  # ,
                raise _error("Expecting ',' delimiter", text, at)
            at = _space(text, at + 1)
    if object_pairs_hook is not None:
        return object_pairs_hook(pairs), at + 1
    if object_hook is not None:
        return object_hook(members), at + 1
    return members, at + 1


def _number(text, at, hooks):
    start = at
    if ll_utf8_byte(text, at) == 45:  # -
        at += 1
    at = at + 1 if ll_utf8_byte(text, at) == 48 else _digits(text, at)
    whole = at
    if ll_utf8_byte(text, at) == 46 and 48 <= ll_utf8_byte(text, at + 1) <= 57:  # .
        at = _digits(text, at + 1)
    if ll_utf8_byte(text, at) == 101 or ll_utf8_byte(text, at) == 69:  # e E
        exponent = at + 2 if ll_utf8_byte(text, at + 1) == 45 or ll_utf8_byte(text, at + 1) == 43 else at + 1
        if 48 <= ll_utf8_byte(text, exponent) <= 57:
            at = _digits(text, exponent)
    parse_float, parse_int = hooks[2], hooks[3]
    if at > whole:
        number = ll_str_sub(text, start, at)
        return (float(number) if parse_float is None else parse_float(number)), at
    if parse_int is not None:
        return parse_int(ll_str_sub(text, start, at)), at
    if at - start > 18:
        return int(ll_str_sub(text, start, at)), at
    n = 0
    for i in range(start + 1 if ll_utf8_byte(text, start) == 45 else start, at):
        n = 10 * n + ll_utf8_byte(text, i) - 48
    return (-n if ll_utf8_byte(text, start) == 45 else n), at


def _digits(text, at):
    """The place behind the digits."""
    while 48 <= ll_utf8_byte(text, at) <= 57:
        at += 1
    return at


def _string(text, at, strict):
    """What stands behind the opening quote."""
    start = at
    c = ll_utf8_byte(text, at)
    while c != 34 and c != 92 and c >= 32:
        at += 1
        c = ll_utf8_byte(text, at)
    if c == 34:
        return ll_str_sub(text, start, at), at + 1
    return _string_with_escapes(text, start, at, strict)


def _string_with_escapes(text, start, at, strict):
    """A string whose first escape, or control character, is at that place."""
    last = ll_utf8_size(text)
    pieces = []
    begin = start
    while True:
        c = ll_utf8_byte(text, at)
        if c == 34:
            break
        if at == last:
            raise _error("Unterminated string starting at", text, begin - 1)
        if c < 32 and strict:
            raise _error("Invalid control character at", text, at)
        if c != 92:
            at += 1
            continue
        pieces.append(ll_str_sub(text, start, at))
        c = ll_utf8_byte(text, at + 1)
        if c == 117:  # u
            point, at = _escaped_point(text, at + 2)
            pieces.append(chr(point))
        elif at + 1 == last:
            raise _error("Unterminated string starting at", text, begin - 1)
        else:
            which = "\"\\/bfnrt".find(chr(c))
            if which < 0:
                raise _error("Invalid \\escape", text, at)
            pieces.append('"\\/\b\f\n\r\t'[which])
            at += 2
        start = at
    pieces.append(ll_str_sub(text, start, at))
    return "".join(pieces), at + 1


def _escaped_point(text, at):
    r"""The code point whose digits stand behind a \u; two escapes are one above U+FFFF."""
    high = _four_digits(text, at)
    at += 4
    if 0xD800 <= high <= 0xDBFF and _is_at(text, at, "\\u") and at + 6 < ll_utf8_size(text):
        low = _four_digits(text, at + 2)
        if 0xDC00 <= low <= 0xDFFF:
            return 0x10000 + (high - 0xD800 << 10 | low - 0xDC00), at + 6
    return high, at


def _four_digits(text, at):
    if at + 4 >= ll_utf8_size(text):
        raise _error("Invalid \\uXXXX escape", text, at - 1)
    n = 0
    for i in range(at, at + 4):
        c = ll_utf8_byte(text, i)
        if 48 <= c <= 57:
            n = n << 4 | c - 48
        elif 65 <= c <= 70 or 97 <= c <= 102:
            n = n << 4 | (c & 15) + 9
        else:
            raise _error("Invalid \\uXXXX escape", text, at - 1)
    return n
