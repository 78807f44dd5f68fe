# dir: fixture
with open("latin.txt", encoding="latin-1") as f:
    print(f.read(), f.encoding)
for errors in ["ignore", "replace", "backslashreplace"]:
    with open("latin.txt", errors=errors) as f:
        print(f.readlines(), f.errors)
    with open("latin.txt", encoding="ascii", errors=errors) as f:
        print(f.readline(), f.read())
for encoding in ["utf-8", "ascii", "US-ASCII", "utf8"]:
    try:
        with open("latin.txt", encoding=encoding) as f:
            for line in f:
                print(line)
    except UnicodeDecodeError as e:
        print(e)
with open("out.txt", "w", encoding="latin-1") as f:
    f.write("\u00fcber\n")
    try:
        f.write("\u20ac\n")
    except UnicodeEncodeError as e:
        print(e)
with open("out.txt", "a", encoding="ascii", errors="xmlcharrefreplace") as f:
    f.write("\u20ac\n")
print(open("out.txt", "rb").read())
try:
    open("out.txt", encoding="klingon")
except LookupError as e:
    print(e)

# Code points on the edges of chunks.
text = "".join("a\u00e9\u6f22\U0001f40d"[i % 4] for i in range(10000))
with open("wide.txt", "w", encoding="utf-8") as f:
    print(f.write(text))
with open("wide.txt", encoding="utf-8") as f:
    pieces = []
    while piece := f.read(777):
        pieces.append(piece)
    print("".join(pieces) == text, len(pieces))
with open("wide.txt", encoding="utf-8") as f:
    print(f.read() == text)
with open("wide.txt", encoding="utf-8", errors="replace") as f:
    print(f.readline() == text)
with open("cut.txt", "wb") as f:
    f.write(text.encode()[:8193])
try:
    open("cut.txt").read()
except UnicodeDecodeError as e:
    print(e)
