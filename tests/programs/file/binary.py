# dir: fixture
with open("image.bin", "rb") as f:
    print(f, f.name, f.mode)
    magic = f.read(4)
    version = int.from_bytes(f.read(2), "little")
    kind = int.from_bytes(f.read(2), "little")
    size = int.from_bytes(f.read(4), "little")
    print(magic, version, kind, hex(size), f.read(1)[0], f.tell())
    print(f.seek(10, 1), f.read(3), f.seek(-2, 2), f.read(), f.read(1), f.tell())
    print(f.seek(0), f.peek(4)[:4], f.read1(2), f.read(2))
    buffer = bytearray(6)
    print(f.readinto(buffer), buffer, f.tell())
with open("mixed.txt", "rb") as f:
    print(f.readline(), f.readlines(), f.readline())
    f.seek(0)
    for line in f:
        print(line)
    print(f.seek(0), f.readline(2), f.readline(20), next(f))

with open("image.bin", "rb") as source, open("copy.bin", "wb") as target:
    while block := source.read(64):
        print(target.write(block), end=" ")
    print(target.tell(), target)
with open("copy.bin", "ab") as f:
    f.write(bytearray(b"more"))
    f.writelines([b"1", b"2"])
with open("copy.bin", "r+b") as f:
    print(f.seek(-6, 2), f.read(), f)
    print(f.seek(4), f.write(b"\xff\xfe"), f.read(3), f.tell(), f.truncate(), f.seek(0), f.read())
with open("new.bin", "xb") as f:
    f.write(bytes(range(256)) * 100)
with open("new.bin", "rb", buffering=0) as f:
    print(len(f.read()), f.tell())
total = 0
with open("new.bin", "rb") as f:
    for block in iter(lambda: f.read(1000), b""):
        total += sum(block)
print(total)
