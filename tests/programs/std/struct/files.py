"""A bitmap, a wave file and a small archive: written, read back, summed up."""
import io
import math
import struct
from collections import namedtuple

Header = namedtuple("Header", "magic size reserved offset")


def bitmap(width, height, pixel):
    row = width * 3 + 3 & ~3
    out = io.BytesIO()
    out.write(struct.pack("<2sIII", b"BM", 54 + row * height, 0, 54))
    out.write(struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, row * height, 2835, 2835, 0, 0))
    for y in range(height - 1, -1, -1):
        line = b"".join(struct.pack("3B", *pixel(x, y)) for x in range(width))
        out.write(line.ljust(row, b"\0"))
    return out.getvalue()


def describe(data):
    header = Header._make(struct.unpack("<2sIII", data[:14]))
    size, width, height, planes, depth = struct.unpack_from("<IiiHH", data, 14)
    print(header, size, width, height, planes, depth, len(data) == header.size)
    total = 0
    for b, g, r in struct.iter_unpack("BBB", data[header.offset : header.offset + width * 3]):
        total += b + g * 2 + r * 3
    print(total)


class Wave:
    RIFF = struct.Struct("<4sI4s")
    FORMAT = struct.Struct("<4sIHHIIHH")

    def __init__(self, rate, samples):
        self.rate = rate
        self.samples = samples

    def dump(self):
        body = struct.pack(f"<{len(self.samples)}h", *self.samples)
        head = self.FORMAT.pack(b"fmt ", 16, 1, 1, self.rate, self.rate * 2, 2, 16)
        data = struct.pack("<4sI", b"data", len(body)) + body
        return self.RIFF.pack(b"RIFF", 4 + len(head) + len(data), b"WAVE") + head + data

    @classmethod
    def load(cls, data):
        riff, size, wave = cls.RIFF.unpack_from(data)
        if riff != b"RIFF" or wave != b"WAVE":
            raise ValueError("no wave file")
        at = cls.RIFF.size
        rate = 0
        samples = []
        while at < len(data):
            name, size = struct.unpack_from("<4sI", data, at)
            at += 8
            if name == b"fmt ":
                rate = struct.unpack("<HHIIHH", data[at : at + size])[2]
            elif name == b"data":
                samples = list(struct.unpack("<%dh" % (size // 2), data[at : at + size]))
            at += size
        return cls(rate, samples)


def checksum(data):
    if len(data) % 4:
        data += b"\0" * (4 - len(data) % 4)
    total = 0
    for (word,) in struct.iter_unpack(">I", data):
        total = total + word & 0xFFFFFFFF
    return total


ENTRY = ">H16sId"


def archive(files):
    out = bytearray()
    for name, data in files.items():
        out += struct.pack(ENTRY, len(name), name.encode(), len(data), checksum(data) / 2)
        out += data
    return bytes(out)


def entries(data):
    at = 0
    while at < len(data):
        n, name, size, half = struct.unpack_from(ENTRY, data, at)
        at += struct.calcsize(ENTRY)
        yield name[:n].decode(), data[at : at + size], half
        at += size


picture = bitmap(5, 4, lambda x, y: (x * 40, y * 60, (x + y) * 20))
describe(picture)
wave = Wave.load(Wave(8000, [int(3000 * math.sin(i / 5)) for i in range(50)]).dump())
print(wave.rate, sum(wave.samples), wave.samples[:8])
packed = archive({"picture.bmp": picture, "wave.wav": wave.dump(), "empty": b""})
print(len(packed), hex(checksum(packed)))
for name, data, half in entries(packed):
    print(f"{name:12} {len(data):4} {half:.1f} {checksum(data):08x}")
try:
    Wave.load(b"RIFX" + bytes(8))
except ValueError as e:
    print(e)
try:
    Wave.load(b"RI")
except struct.error as e:
    print(e)
