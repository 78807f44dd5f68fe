"""Bytes as texts of digits, and checksums."""

__all__ = ["Error", "a2b_base64", "a2b_hex", "b2a_base64", "b2a_hex", "crc32", "hexlify", "unhexlify"]

_DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


class Error(ValueError):
    pass


def hexlify(data, sep=None, bytes_per_sep=1):
    """Two digits for each byte; `sep` between groups that are counted from the right, or from
    the left if their size is negative."""
    raw = bytes(data)
    if sep is None:
        return raw.hex().encode()
    return raw.hex(sep, bytes_per_sep).encode()


def b2a_hex(data, sep=None, bytes_per_sep=1):
    return hexlify(data, sep, bytes_per_sep)


def unhexlify(hexstr):
    digits = _ascii(hexstr)
    if len(digits) % 2 != 0:
        raise Error("Odd-length string")
    result = bytearray()
    for i in range(0, len(digits), 2):
        result.append(_hex_value(digits[i]) * 16 + _hex_value(digits[i + 1]))
    return bytes(result)


def a2b_hex(hexstr):
    return unhexlify(hexstr)


def b2a_base64(data, *, newline=True):
    raw = bytes(data)
    result = bytearray()
    whole = len(raw) - len(raw) % 3
    for i in range(0, whole, 3):
        bits = raw[i] << 16 | raw[i + 1] << 8 | raw[i + 2]
        result.append(_DIGITS[bits >> 18])
        result.append(_DIGITS[bits >> 12 & 63])
        result.append(_DIGITS[bits >> 6 & 63])
        result.append(_DIGITS[bits & 63])
    if len(raw) - whole == 1:
        result.append(_DIGITS[raw[whole] >> 2])
        result.append(_DIGITS[raw[whole] << 4 & 63])
        result += b"=="
    elif len(raw) - whole == 2:
        bits = raw[whole] << 8 | raw[whole + 1]
        result.append(_DIGITS[bits >> 10])
        result.append(_DIGITS[bits >> 4 & 63])
        result.append(_DIGITS[bits << 2 & 63])
        result += b"="
    if newline:
        result += b"\n"
    return bytes(result)


def a2b_base64(data, /, *, strict_mode=False):
    """What is no digit is passed over, but in the strict mode."""
    text = _ascii(data)
    values = _base64_values()
    if strict_mode and len(text) > 0 and text[0] == 61:  # =
        raise Error("Leading padding not allowed")
    result = bytearray()
    # The digits of the group of four so far, their bits, and the padding behind them.
    n = 0
    bits = 0
    n_pads = 0
    for i in range(len(text)):
        c = text[i]
        if c == 61:
            n_pads += 1
            if n >= 2 and n + n_pads >= 4:
                if strict_mode and i + 1 < len(text):
                    raise Error("Excess data after padding")
                return bytes(result)
            continue
        value = values[c]
        if value < 0:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and n_pads > 0:
            raise Error("Discontinuous padding not allowed")
        n_pads = 0
        bits = (bits << 6 | value) & 0xFFFFFF
        n = (n + 1) % 4
        if n == 2:
            result.append(bits >> 4 & 255)
        elif n == 3:
            result.append(bits >> 2 & 255)
        elif n == 0:
            result.append(bits & 255)
    if n == 1:
        count = len(result) // 3 * 4 + 1
        raise Error(
            f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4"
        )
    if n > 0:
        raise Error("Incorrect padding")
    return bytes(result)


def crc32(data, value=0):
    """The checksum of zip and PNG: the remainder by the polynomial 0x04C11DB7, bits reversed."""
    table = _crc_table()
    crc = value & 0xFFFFFFFF ^ 0xFFFFFFFF
    for byte in data:
        crc = table[(crc ^ byte) & 255] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


_crcs = []
_values = []


def _crc_table():
    """The remainders of the single bytes, made once."""
    if not _crcs:
        for byte in range(256):
            crc = byte
            for _ in range(8):
                crc = crc >> 1 ^ 0xEDB88320 if crc & 1 else crc >> 1
            _crcs.append(crc)
    return _crcs


def _base64_values():
    """What each byte stands for as a digit, or -1, made once."""
    if not _values:
        for byte in range(256):
            _values.append(_DIGITS.find(byte))
    return _values


def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode()
    return bytes(data)


def _hex_value(c):
    if 48 <= c <= 57:
        return c - 48
    if 97 <= c | 32 <= 102:
        return (c | 32) - 87
    raise Error("Non-hexadecimal digit found")
