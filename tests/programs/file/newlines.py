# dir: fixture
for newline in [None, "", "\n", "\r", "\r\n"]:
    with open("mixed.txt", newline=newline) as f:
        print(repr(newline), f.readlines())
    with open("mixed.txt", newline=newline) as f:
        print([f.read(n) for n in (4, 1, 5, 2, 100)])
    with open("mixed.txt", newline=newline) as f:
        print(repr(f.read()))
    with open("written.txt", "w", newline=newline) as f:
        print(f.write("a\nb\r\nc\n"))
    with open("written.txt", "rb") as f:
        print(f.read())

with open("mixed.txt") as f:
    while True:
        line = f.readline()
        if not line:
            break
        print(repr(line))
        place = f.tell()
        f.seek(place)

# Ends of lines at the end of a chunk.
with open("chunks.txt", "wb") as f:
    f.write(b"x" * 8191 + b"\r\n" + b"y" * 8190 + b"\r" + b"z" * 100 + b"\r\n\r\n")
with open("chunks.txt") as f:
    print([len(line) for line in f])
with open("chunks.txt", newline="") as f:
    print([(len(line), line[-2:]) for line in f])
with open("chunks.txt") as f:
    print(len(f.read()))
with open("chunks.txt") as f:
    print(len(f.read(8191)), repr(f.read(2)))
