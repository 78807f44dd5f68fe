import struct
print(struct.pack("<HI2s", 1, 2, b"ab"))
a, b, c = struct.unpack("<HI2s", b"\x01\x00\x02\x00\x00\x00ab")
print(a + b, c.upper())
H = struct.Struct(">Bd?")
data = H.pack(7, 2.5, True)
print(data, H.size, H.format)
x, y, z = H.unpack(data)
print(x + 1, y / 2, z)
n = 3
print(struct.unpack(f"<{n}H", b"\x01\x00\x02\x00\x03\x00"), sum(struct.unpack("<%dH" % n, b"\x01\x00\x02\x00\x03\x00")))
for k, v in struct.iter_unpack("<BB", b"abcd"):
    print(k, v)
buf = bytearray(10)
struct.pack_into("!hh", buf, 2, -1, 5)
print(buf)
print(struct.unpack_from("!hh", buf, 2), struct.calcsize("@bq"))
try:
    struct.pack("<B", 300)
except struct.error as e:
    print("error", e)
FMT = "<" + "fe"
print(struct.unpack(FMT, struct.pack(FMT, 1.1, 0.333)))
