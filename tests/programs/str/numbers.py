# int, float, ord, chr, repr, ascii of texts.

print(int("42"), int("  -17\n"), int("+5"), int("1_000"), int("٣"), int("ff", 16), int("0xff", 16), int("0b101", 0), int("z", 36), int("-0o17", 8))
print(float("1.5"), float(" 2e3 "), float("-inf"), float("nan"), float("1_0.5"), float(".5"), float("5."), float("1e400"), float("-0"))
bad = ["", "abc", "1.5", "0x10", "1__0", "_1", "é", "1 2", "--1", "9" * 5 + "x", "a" * 300]
for text in bad:
    try:
        print(int(text))
    except ValueError as e:
        print(e)
    try:
        print(float(text))
    except ValueError as e:
        print(e)
for base in [1, 37, -1, 2]:
    try:
        print(int("102", base))
    except ValueError as e:
        print(e)
print([ord(c) for c in "aé日😀"], [chr(i) for i in [97, 233, 26085, 128512]], ord("\n"), repr(chr(0)), len(chr(0x10FFFF)))
for i in [-1, 0x110000]:
    try:
        print(chr(i))
    except ValueError as e:
        print(e)
for text in ["", "ab"]:
    try:
        print(ord(text))
    except TypeError as e:
        print(e)
for text in ["a'b", 'a"b', "a'\"b", "\\", "\n\t\r\0\x7f", "é\xad\u2028", "😀\U000e0001"]:
    print(repr(text), ascii(text), len(repr(text)))
print(hex(255), oct(8), bin(5), hex(-255), str(5), str(1.0), str(None), str([1, "a"]), repr("x"))
