"""Bytes as texts of 64, 32 or 16 digits: RFC 4648."""

import binascii

__all__ = [
    "b16decode",
    "b16encode",
    "b32decode",
    "b32encode",
    "b32hexdecode",
    "b32hexencode",
    "b64decode",
    "b64encode",
    "decodebytes",
    "encodebytes",
    "standard_b64decode",
    "standard_b64encode",
    "urlsafe_b64decode",
    "urlsafe_b64encode",
]

_DIGITS_32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_DIGITS_32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return encoded
    assert len(altchars) == 2, repr(altchars)
    return encoded.translate(bytes.maketrans(b"+/", bytes(altchars)))


def b64decode(s, altchars=None, validate=False):
    data = _ascii(s)
    if altchars is not None:
        others = _ascii(altchars)
        assert len(others) == 2, repr(others)
        data = data.translate(bytes.maketrans(others, b"+/"))
    return binascii.a2b_base64(data, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return binascii.a2b_base64(_ascii(s).translate(bytes.maketrans(b"-_", b"+/")))


def encodebytes(s):
    """In lines of 76 digits."""
    lines = []
    for i in range(0, len(s), 57):
        lines.append(binascii.b2a_base64(s[i : i + 57]))
    return b"".join(lines)


def decodebytes(s):
    return binascii.a2b_base64(bytes(s))


def b32encode(s):
    return _encode_32(_DIGITS_32, s)


def b32hexencode(s):
    return _encode_32(_DIGITS_32_HEX, s)


def b32decode(s, casefold=False, map01=None):
    data = _ascii(s)
    if map01 is not None:
        letter = _ascii(map01)
        assert len(letter) == 1, repr(letter)
        data = data.translate(bytes.maketrans(b"01", b"O" + letter))
    return _decode_32(_DIGITS_32, data, casefold)


def b32hexdecode(s, casefold=False):
    return _decode_32(_DIGITS_32_HEX, _ascii(s), casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    data = _ascii(s)
    if casefold:
        data = data.upper()
    for c in data:
        if c not in b"0123456789ABCDEF":
            raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(data)


def _ascii(s):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return s.encode()
    return bytes(s)


def _encode_32(digits, s):
    """Eight digits for five bytes; what is missing of these is zero bits, and `=` where no
    digit has any bit of them."""
    raw = bytes(s)
    n_missing = -len(raw) % 5
    padded = raw + bytes(n_missing)
    result = bytearray()
    for i in range(0, len(padded), 5):
        bits = int.from_bytes(padded[i : i + 5], "big")
        for shift in range(35, -1, -5):
            result.append(digits[bits >> shift & 31])
    n_pads = n_missing * 8 // 5
    if n_pads > 0:
        result[-n_pads:] = b"=" * n_pads
    return bytes(result)


def _decode_32(digits, data, casefold):
    if len(data) % 8 != 0:
        raise binascii.Error("Incorrect padding")
    if casefold:
        data = data.upper()
    stripped = data.rstrip(b"=")
    n_pads = len(data) - len(stripped)
    result = bytearray()
    for i in range(0, len(data), 8):
        bits = 0
        for c in data[i : i + 8] if i + 8 <= len(stripped) else stripped[i:] + digits[:1] * n_pads:
            value = digits.find(c)
            if value < 0:
                raise binascii.Error("Non-base32 digit found")
            bits = bits << 5 | value
        result += bits.to_bytes(5, "big")
    if n_pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if n_pads > 0:
        del result[-((n_pads * 5 + 7) // 8) :]
    return bytes(result)
