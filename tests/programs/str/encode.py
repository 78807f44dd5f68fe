# bytes from text and back.

for s in ["", "abc", "é", "日本", "😀", "a\x00b"]:
    print(s.encode(), s.encode("utf-8"), s.encode("UTF8"), s.encode("ascii", "ignore"), s.encode("latin-1", "replace"))
    print(s.encode("ascii", "backslashreplace"), s.encode("ascii", errors="xmlcharrefreplace"), s.encode().decode() == s)
for encoding in ["ascii", "latin-1", "utf-8", "klingon"]:
    try:
        print("naïve 日".encode(encoding))
    except UnicodeEncodeError as e:
        print("UnicodeEncodeError", e)
    except LookupError as e:
        print("LookupError", e)
for data in [b"abc", b"\xff", b"a\xc3", b"\xe6\x97\xa5", b"\xed\xa0\x80", b"\xf0\x9f\x98", b"\xc0\x80"]:
    for encoding in ["utf-8", "ascii", "latin-1"]:
        try:
            print(repr(data.decode(encoding)), end=" ")
        except UnicodeDecodeError as e:
            print("UnicodeDecodeError", e)
        print(ascii(data.decode(encoding, "replace")), ascii(data.decode(encoding, errors="ignore")))
try:
    b"\xff".decode()
except ValueError as e:
    print("a ValueError:", e)
print(str(b"caf\xc3\xa9", "utf-8"), str(b"\xe9", "latin-1"), str(b"\xff", "utf-8", "replace"), str(b"x", encoding="ascii"))
