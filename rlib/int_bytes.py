"""An int's bits and bytes."""

from rlib import lowlevel as ll
from rlib.bytes import ll_bytes_repr
from rlib.codec import ll_bytes_decode
from rlib.int import ll_int_magnitude, ll_int_parse
from rlib.string import ll_concat, ll_str_eq


def ll_int_bit_length(n):
    """n.bit_length()."""
    return 64 - ll.int_clz(ll_int_magnitude(n))


def ll_int_bit_count(n):
    """n.bit_count(): of the magnitude."""
    return ll.int_popcnt(ll_int_magnitude(n))


def ll_is_big_endian(byteorder):
    """Is it "big"? Else it must be "little"."""
    if ll_str_eq(byteorder, "big"):
        return True
    if not ll_str_eq(byteorder, "little"):
        raise ValueError("byteorder must be either 'little' or 'big'")
    return False


def ll_int_to_bytes(n, length, big_endian, signed):
    """n.to_bytes(length, "big" or "little", signed=signed)."""
    if length < 0:
        raise ValueError("length argument must be non-negative")
    if n < 0 and not signed:
        raise OverflowError("can't convert negative int to unsigned")
    if length < 8:
        # What the bytes leave out must be copies of the sign.
        left_out = n >> (8 * length - (1 if signed and length > 0 else 0))
        if left_out != (-1 if n < 0 else 0):
            raise OverflowError("int too big to convert")
    elif length > 2147483647:
        raise MemoryError()
    r = ll.new_tail(ll.Bytes, length)
    for i in range(0, length):
        r[length - 1 - i if big_endian else i] = n & 255
        n >>= 8
    return r


def ll_int_from_bytes(p, n, big_endian, signed):
    """int.from_bytes(...) of the first n items of a tail of bytes, modulo 2**64; and
    whether it fits."""
    if n == 0:
        return 0, True
    negative = signed and p[0 if big_endian else n - 1] >= 128
    extension = 255 if negative else 0
    value = -1 if negative else 0
    fits = True
    i = n
    while i > 0:
        i -= 1
        byte = p[n - 1 - i if big_endian else i]
        if i < 8:
            value = ll.int_shl(value, 8) | byte
        elif byte != extension:
            fits = False
    # The sign must be that of the bytes above.
    if value < 0:
        fits = fits and negative
    else:
        fits = fits and not negative
    return value, fits


def ll_int_from_text(b, n):
    """int(b): the numeral is ASCII."""
    try:
        value = ll_int_parse(ll_bytes_decode(b, n, "ascii", "replace"), 10)
    except ValueError:
        raise ValueError(ll_concat("invalid literal for int() with base 10: ", ll_bytes_repr(b, n)))
    return value
