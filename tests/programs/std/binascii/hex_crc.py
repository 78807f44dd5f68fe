"""binascii: hexadecimal digits, checksums and base64."""

import binascii
from binascii import crc32, hexlify, unhexlify

print(hexlify(b"\xb9\x01\xef"), binascii.b2a_hex(b""), hexlify(bytearray(range(250, 256))))
print(hexlify(b"\xb9\x01\xef", "-"), hexlify(b"\xb9\x01\xef", b"_", 2), hexlify(b"\xb9\x01\xef\x00\x7f", ":", -2))
print(unhexlify("b901EF"), unhexlify(b"00ff"), binascii.a2b_hex(""))
print(crc32(b""), crc32(b"hello world"), crc32(b"123456789") == 0xCBF43926, hex(crc32(bytes(range(256)))))
crc = crc32(b"hello")
print(crc32(b" world", crc) == crc32(b"hello world"), crc32(bytearray(b"abc")))
print(binascii.b2a_base64(b"foo"), binascii.b2a_base64(b"fo", newline=False), binascii.a2b_base64("Zm8=\n"))


def attempt(f):
    try:
        print(f())
    except binascii.Error as e:
        print("Error", e)
    except ValueError as e:
        print("ValueError", e)


attempt(lambda: unhexlify("abc"))
attempt(lambda: unhexlify("zz"))
attempt(lambda: unhexlify(b"0 "))
attempt(lambda: unhexlify("éé"))
attempt(lambda: binascii.a2b_base64("abcde"))
attempt(lambda: binascii.a2b_base64(b"abc"))
attempt(lambda: binascii.a2b_base64(b"ab==", strict_mode=True))
attempt(lambda: binascii.a2b_base64(b"a\nb==", strict_mode=True))
