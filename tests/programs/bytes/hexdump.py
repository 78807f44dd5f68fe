def hexdump(data, width=8):
    lines = []
    for start in range(0, len(data), width):
        chunk = data[start : start + width]
        numbers = " ".join([f"{x:02x}" for x in chunk])
        shown = "".join([chr(x) if 32 <= x < 127 else "." for x in chunk])
        lines.append(f"{start:04x}  {numbers:<{width * 3}} |{shown}|")
    return "\n".join(lines)


print(hexdump(b"Hello, World!\n\x00\x01\xfe\xff and more"))


def crc32(data):
    crc = 0xFFFFFFFF
    for x in data:
        crc ^= x
        for i in range(8):
            crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


print(f"{crc32(b'123456789'):08x}", hex(crc32("日本語".encode())))

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def base64(data):
    out = bytearray()
    for i in range(0, len(data), 3):
        chunk = data[i : i + 3]
        n = 0
        for x in chunk + bytes(3 - len(chunk)):
            n = n << 8 | x
        for k in range(4):
            out.append(ALPHABET[n >> 18 - 6 * k & 63] if k <= len(chunk) else 61)
    return bytes(out).decode("ascii")


for text in ["", "f", "fo", "foo", "foobar", "é日"]:
    print(base64(text.encode()))


def xor(data, key):
    return bytes([x ^ key[i % len(key)] for i, x in enumerate(data)])


secret = xor(b"attack at dawn", b"key")
print(secret, xor(secret, b"key"))
