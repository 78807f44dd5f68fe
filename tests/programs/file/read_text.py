# dir: fixture
f = open("words.txt")
print(f.name, f.mode, f.encoding, f.closed, f)
print(repr(f.read(10)), f.tell())
print(repr(f.readline()), f.tell())
print(repr(f.readline(6)), repr(f.readline(100)))
print(f.readlines())
print(repr(f.read()), repr(f.readline()), f.readlines(), f.tell())
print(f.seek(0), repr(f.read(3)), f.seek(5), repr(f.read(0)), repr(f.read(4)))
print(f.seek(0, 2), repr(f.read()))
print(f.readable(), f.writable(), f.seekable(), f.isatty())
f.close()
f.close()
print(f.closed)

with open("words.txt", "rt", encoding="UTF-8") as f:
    for number, line in enumerate(f, 1):
        print(number, line.rstrip("\n"))
with open("words.txt") as f:
    print(next(f), end="")
    for line in f:
        print("then", repr(line))
        break
    print(repr(f.readline()))
    try:
        f.tell()
    except OSError as e:
        print(e)
    print(list(f))
    print(f.tell())
    print(next(f, "nothing"))

with open("words.txt") as f:
    print([len(line) for line in f])
with open("words.txt") as f:
    print(max(f, key=len), sum(1 for line in open("words.txt") if line.strip()))
print(open("words.txt").read().split()[:4], sorted(open("words.txt")))
with open("words.txt") as f:
    while chunk := f.read(16):
        print(repr(chunk))
with open("words.txt") as f:
    first, *rest = f
    print(first, len(rest))
with open("words.txt") as f:
    print(f.readlines(30), f.readlines(1), f.readlines(None))
