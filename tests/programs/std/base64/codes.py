"""base64, base32 and base16, there and back, and what is no such text."""

import base64
import binascii
import random

print(base64.b64encode(b"data to be encoded"), base64.b64decode(b"ZGF0YSB0byBiZSBlbmNvZGVk"))
for text in (b"", b"f", b"fo", b"foo", b"foob", b"fooba", b"foobar"):
    codes = base64.b64encode(text), base64.b32encode(text), base64.b32hexencode(text), base64.b16encode(text)
    print(text, codes)
    print(base64.b64decode(codes[0]), base64.b32decode(codes[1]), base64.b32hexdecode(codes[2]), base64.b16decode(codes[3]))
odd = bytes([251, 255, 191, 62, 63])
print(base64.b64encode(odd), base64.urlsafe_b64encode(odd), base64.standard_b64encode(odd), base64.b64encode(odd, altchars=b"!*"))
print(base64.urlsafe_b64decode("-_-_Pj8="), base64.b64decode("+/+/Pj8=") == odd, base64.b64decode(b"!*!*Pj8=", b"!*") == odd)
print(base64.b64decode("Zm 9v\nYm!Fy"), base64.standard_b64decode(b"Zm9vYg=="), base64.b64decode("Zm9v=YmFy"), base64.b64decode("Zg==Zm9v"))
print(base64.encodebytes(b"x" * 100), base64.decodebytes(b"eHh4\neHg=\n"), base64.encodebytes(b""))
print(base64.b32decode("mzxw6===", casefold=True), base64.b32decode("M1023456", map01="L"), base64.b16decode("ff0a", casefold=True))
print(base64.b64encode("grüße".encode()).decode(), base64.b64decode("Z3LDvMOfZQ==").decode(), base64.b64encode(bytearray(b"ab")))

rng = random.Random(1)
for n in range(40):
    data = bytes([rng.randrange(256) for _ in range(n)])
    assert base64.b64decode(base64.b64encode(data)) == data
    assert base64.urlsafe_b64decode(base64.urlsafe_b64encode(data)) == data
    assert base64.b32decode(base64.b32encode(data)) == data
    assert base64.b32hexdecode(base64.b32hexencode(data)) == data
    assert base64.b16decode(base64.b16encode(data)) == data
    assert base64.decodebytes(base64.encodebytes(data)) == data


def attempt(f):
    try:
        print(f())
    except binascii.Error as e:
        print("Error", e)
    except ValueError as e:
        print("ValueError", e)


for wrong in ("Zg", "Zg=", "Z", "Zm9vZ", "Zm9vZg=", "Z=", "=Zg=", "Zgé="):
    attempt(lambda: base64.b64decode(wrong))
for wrong in ("Zm9v!", "=Zm9v", "Zm9vZg==Zg", "Zm=v", "Zg== ", "Zm9v"):
    attempt(lambda: base64.b64decode(wrong, validate=True))
for wrong in ("MZXW6", "mzxw6===", "MZXW61==", "MZXW====", "M=======", "MZXW6==="):
    attempt(lambda: base64.b32decode(wrong))
for wrong in ("ff", "FFF", "FG"):
    attempt(lambda: base64.b16decode(wrong))
