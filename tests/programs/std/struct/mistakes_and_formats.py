"""What is wrong is told as CPython tells it; formats that are no literals."""
import struct
from struct import Struct, calcsize, error, pack, unpack


def attempt(make):
    try:
        print(make())
    except struct.error as e:
        print("error:", e)


def formats():
    return ["i", "<bhi", "3s", "4x", " i  h ", "i3", "y", "<n", "i 3 h", "3p2xB", "@bq0i", ">0q", "", "99999999999999999999i"]


for f in formats():
    attempt(lambda: calcsize(f))
    attempt(lambda: Struct(f).size)
attempt(lambda: pack("ii", 1))
attempt(lambda: pack("i", 1, 2))
attempt(lambda: pack("y", 1))
attempt(lambda: unpack("i", b"123"))
attempt(lambda: struct.unpack_from("i", b"123"))
attempt(lambda: struct.unpack_from("i", b"12345", 3))
attempt(lambda: struct.unpack_from("i", b"12345", -3))
attempt(lambda: struct.unpack_from("i", b"12345", -8))
attempt(lambda: struct.unpack_from("h", b"12345", -3))
attempt(lambda: struct.unpack_from("h", b"12345", offset=10))
attempt(lambda: struct.unpack_from("h", bytearray(b"12345"), 1))
attempt(lambda: struct.pack_into("i", bytearray(3), 0, 1))
attempt(lambda: struct.pack_into("i", bytearray(5), -2, 1))
attempt(lambda: struct.pack_into("i", bytearray(5), -9, 1))
attempt(lambda: struct.pack_into("i", bytearray(5), 5, 1))
attempt(lambda: struct.pack_into("ii", bytearray(5), 0, 1))
attempt(lambda: list(struct.iter_unpack("i", b"12345")))
attempt(lambda: list(struct.iter_unpack("", b"")))
attempt(lambda: list(struct.iter_unpack("i", b"")))
attempt(lambda: unpack("3p", b"\x05ab"))
attempt(lambda: pack("p3p5p0s", b"", b"abcdef", b"ab", b"xyz"))
attempt(lambda: len(pack("300p", b"a" * 280)))
attempt(lambda: pack("c", b"ab"))
attempt(lambda: pack("3s5s", b"abcdef", bytearray(b"xy")))
attempt(lambda: pack("<d", 10**400))
attempt(lambda: pack("5s", b"abc") + pack("xB2xB", 1, 2))


class Index:
    def __index__(self):
        return 42

    def __float__(self):
        return 1.25


print(pack("<Bf", Index(), Index()))

# A format that is made when the program runs.
for f in formats()[:3]:
    try:
        print(f, unpack(f, b"abcdefghijkl"[: calcsize(f)]))
    except struct.error as e:
        print(e)
for f, values in (("<ihb", (1, 2, 3)), (">d?c", (1.5, True, b"z")), ("@ilq", (1, 2, 3))):
    print(f, pack(f, *values), unpack(f, pack(f, *values)))


def numbers(order, count, data):
    return struct.unpack(order + "I" * count, data)


print(sum(numbers(">", 2, b"\0\0\0\1\0\0\0\2")))
width = 4
print([x * 2 for x in struct.unpack(f"<{width}d", struct.pack(f"<{width}d", 1, 2, 3, 4.5))])
print(b"".join(struct.unpack("%ds%ds" % (2, 3), b"abcde")))
fmt = ">" + 3 * "H"
print(struct.unpack(fmt, bytes(range(6))), struct.pack(fmt, *[1, 2, 3]))
try:
    struct.unpack("<H", "ab" if width == 5 else b"a")
except struct.error as e:
    print(e)


class Header:
    LAYOUT = struct.Struct("<4sIH")

    def __init__(self, magic, size, flags):
        self.magic = magic
        self.size = size
        self.flags = flags

    def pack(self):
        return self.LAYOUT.pack(self.magic, self.size, self.flags)

    @classmethod
    def parse(cls, data):
        magic, size, flags = cls.LAYOUT.unpack_from(data, 0)
        return cls(magic, size, flags)


h = Header.parse(Header(b"NAJA", 77, 3).pack() + b"tail")
print(h.magic.decode(), h.size + 1, h.flags << 2, Header.LAYOUT.size)
point = Struct("<ff")
pixel = Struct("<3B")
print(point.pack(0.5, 2), pixel.pack(1, 2, 3), point.unpack(point.pack(0.5, 2)), sum(pixel.unpack(b"\1\2\3")))
buf = bytearray(12)
for i in range(4):
    pixel.pack_into(buf, i * 3, i, i + 1, i * i)
print(buf, [sum(p) for p in pixel.iter_unpack(buf)])
