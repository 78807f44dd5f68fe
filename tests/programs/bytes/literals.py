b = b"hello\x00\xff'"
print(b, len(b), b[0], b[-1], b[1:3], b[::-1], b[::2], b[100:], b[-3:], b"", b"\"'", b"\t\n\r\\", repr(b), str(b"x"))
print(b == b"hello\x00\xff'", b != b"", b"a" < b"b", b"ab" >= b"abc", b"\xff" > b"a", b"ell" in b, 104 in b, b"x" in b, 0 not in b, b"" in b"")
print(b"a" + b"b", b"ab" * 3, 2 * b"x", b"x" * -1, bool(b""), bool(b"0"), list(b"abc"), [x * 2 for x in b"\x01\x02"], sum(b"abc"), max(b"abc"))
for i, x in enumerate(b"xyz"):
    print(i, x, end="; ")
print()
for i in [7, 8, -8, -9]:
    try:
        print(b[i])
    except IndexError as e:
        print(e)
d = {b"k": 1, b"l": 2}
d[b"k"] += 5
print(d, d[b"k"], b"z" in d, sorted(d), {b"a", b"a"}, hash(b"abc") == hash(b"ab" + b"c"))
x, y = b"ab"
print(x, y, list(reversed(b"abc")), sorted(b"cab"), tuple(b"hi"), b"a" b"b", b'''multi
line''')
print(f"{b!r} {b'a'}", "%s" % b"q", [b"a", b"b"], (b"t",))
try:
    print(300 in b)
except ValueError as e:
    print(e)
