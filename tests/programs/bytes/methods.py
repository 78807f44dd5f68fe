b = b"Hello, World, hello"
print(b.find(b"l"), b.rfind(b"l"), b.find(b"zz"), b.find(111), b.count(b"l"), b.count(108), b.index(b"World"), b.rindex(b"hello"), b.find(b"l", 5, 9), b.count(b""))
print(b.upper(), b.lower(), b.title(), b.capitalize(), b.swapcase(), b.replace(b"l", b"L"), b.replace(b"l", b"", 2), b"abc".replace(b"", b"-"))
print(b.split(b", "), b.split(), b" a  b ".split(), b"a,b,c".split(b",", 1), b"a,b,c".rsplit(b",", 1), b"a\nb\r\nc".splitlines(), b"a\nb".splitlines(True))
print(b.partition(b", "), b.rpartition(b", "), b.partition(b"x"), b", ".join([b"a", b"b"]), b"".join([]), b"-".join((b"x", b"y", b"z")))
print(b"  x ".strip(), b"xxaxx".strip(b"x"), b"xxa".lstrip(b"x"), b"axx".rstrip(b"x"), b"a".center(5), b"a".ljust(3, b"."), b"a".rjust(3, b"*"), b"-5".zfill(4), b"a\tb".expandtabs(4))
print(b.startswith(b"Hello"), b.endswith(b"hello"), b.startswith((b"x", b"He")), b.endswith(b"o", 0, 5), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"bc"))
for t in [b"", b"abc", b"ABC", b"123", b"a1", b" \t", b"Abc Def", b"\xe9"]:
    print(t, [t.isalpha(), t.isdigit(), t.isalnum(), t.isspace(), t.islower(), t.isupper(), t.istitle(), t.isascii()])
print(b"\x01\xab".hex(), b"\x01\xab\xcd".hex(":"), b"\x01\xab\xcd\xef".hex("-", 2), bytes.fromhex("01 ab CD"), bytes.fromhex(""))
print(b"hello".translate(None, b"l"), b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"caf\xc3\xa9".decode(), b"\xe9".decode("latin-1"))


def attempt(n):
    try:
        if n == 0:
            print(b"abc".index(b"x"))
        elif n == 1:
            print(bytes.fromhex("0g"))
        elif n == 2:
            print(b"a".split(b""))
        elif n == 3:
            print(b"a".center(3, b"xy"))
        elif n == 4:
            print(b"abc".find(300))
        elif n == 5:
            print(b"abc".translate(b"x"))
    except ValueError as e:
        print("ValueError", e)
    except TypeError as e:
        print("TypeError", e)


for n in range(6):
    attempt(n)
