"""Every letter in every order of bytes, at its limits and beyond."""
import struct

BIG = 2**64 - 2**64


def attempt(make):
    try:
        print(make())
    except struct.error as e:
        print("error:", e)
    except OverflowError as e:
        print("overflow:", e)


for v in (0, -1, 127, 128, -129, 255, 256, 32767, 32768, -32769, 65536, 2**31 - 1, 2**31, -(2**31) - 1, 2**32, 2**63 - 1, -(2**63)):
    attempt(lambda: struct.pack("b", v))
    attempt(lambda: struct.pack("B", v))
    attempt(lambda: struct.pack("<h", v))
    attempt(lambda: struct.pack(">h", v))
    attempt(lambda: struct.pack("=H", v))
    attempt(lambda: struct.pack("!H", v))
    attempt(lambda: struct.pack("i", v))
    attempt(lambda: struct.pack(">i", v))
    attempt(lambda: struct.pack("<I", v))
    attempt(lambda: struct.pack(">I", v))
    attempt(lambda: struct.pack("l", v))
    attempt(lambda: struct.pack("<l", v))
    attempt(lambda: struct.pack("L", v))
    attempt(lambda: struct.pack(">L", v))
    attempt(lambda: struct.pack("<q", v))
    attempt(lambda: struct.pack(">q", v))
    attempt(lambda: struct.pack("<Q", v))
    attempt(lambda: struct.pack(">Q", v))
    attempt(lambda: struct.pack("nNP", v, abs(v) - 1, v))
    attempt(lambda: struct.pack("?", v))
for big in (BIG, BIG + 300, BIG - 1, BIG + 2**63 - 1, BIG + 2**63, BIG + 2**64 - 1, BIG + 2**64, BIG - 2**63, BIG - 2**63 - 1):
    attempt(lambda: struct.pack("b", big))
    attempt(lambda: struct.pack(">H", big))
    attempt(lambda: struct.pack("<I", big))
    attempt(lambda: struct.pack("<q", big))
    attempt(lambda: struct.pack(">q", big))
    attempt(lambda: struct.pack("<Q", big))
    attempt(lambda: struct.pack(">Q", big))
    attempt(lambda: struct.pack("P", big))
for x in (0.0, -0.0, 1.0, -1.5, 0.1, 1e-45, 7e-46, 1.4e-45, 1.1754943508222875e-38, 1.1754942e-38, 3.4028234663852886e38, 3.4028235677973366e38, 3.5e38, 65504.0, 65519.99, 65520.0, 6e-08, 2.9802322387695312e-08, 2.98023223876953125e-08, 6.103515625e-05, 1e300, float("inf"), float("-inf"), float("nan"), 5e-324):
    attempt(lambda: struct.pack("<f", x))
    attempt(lambda: struct.pack(">f", x))
    attempt(lambda: struct.pack("f", x))
    attempt(lambda: struct.pack("<e", x))
    attempt(lambda: struct.pack(">e", x))
    attempt(lambda: struct.pack("<d", x))
    attempt(lambda: struct.pack(">d", x))
for n in range(0, 65536, 97):
    data = struct.pack("<H", n)
    (half,) = struct.unpack("<e", data)
    if half == half and struct.pack("<e", half) != data:
        print("lost", n)
    print(half, end=" ")
print()
for n in range(0, 2**32, 2**32 // 499):
    data = struct.pack(">I", n)
    (single,) = struct.unpack(">f", data)
    if single == single and struct.pack(">f", single) != data:
        print("lost", n)
    print(single, end=" ")
print()
print(struct.unpack("@bhilqn", struct.pack("@bhilqn", -1, -2, -3, -4, -5, -6)))
print(struct.unpack(">bBhHiIlLqQ?efd", struct.pack(">bBhHiIlLqQ?efd", -1, 2, -3, 4, -5, 6, -7, 8, -9, 10, True, 0.5, 1.5, 2.5)))
print(struct.unpack("<bBhHiIlLqQ?efd", struct.pack("<bBhHiIlLqQ?efd", -1, 2, -3, 4, -5, 6, -7, 8, -9, 10, False, 0.5, 1.5, 2.5)))
