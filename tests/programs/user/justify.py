# Wraps and justifies text, draws boxes and banners, numbers lines, diffs two texts.
TEXT = ("Science is what we understand well enough to explain to a computer. "
        "Art is everything else we do.")


def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return lines + [line] if line else lines


def justify(text, width):
    result = []
    lines = wrap(text, width)
    for i, line in enumerate(lines):
        words = line.split()
        if i == len(lines) - 1 or len(words) == 1:
            result.append(line.ljust(width))
            continue
        gaps = len(words) - 1
        spaces = width - sum(map(len, words))
        each, extra = divmod(spaces, gaps)
        out = ""
        for k, word in enumerate(words[:-1]):
            out += word + " " * (each + (k < extra))
        result.append(out + words[-1])
    return result


def box(lines, title=None):
    width = max(len(l) for l in lines)
    top = f"[ {title} ]".center(width + 2, "=") if title else "=" * (width + 2)
    print(f"+{top}+")
    for l in lines:
        print(f"| {l:<{width}} |")
    print("+" + "-" * (width + 2) + "+")


FONT = {"A": [" # ", "# #", "###", "# #", "# #"], "J": ["  #", "  #", "  #", "# #", " # "], "N": ["## ", "# #", "# #", "# #", "# #"]}


def banner(word):
    for r in range(5):
        print("  ".join(FONT[c][r] for c in word.upper()).rstrip())


def diff(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            table[i][j] = table[i + 1][j + 1] + 1 if a[i] == b[j] else max(table[i + 1][j], table[i][j + 1])
    i = j = 0
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and a[i] == b[j]:
            yield_line = "  " + a[i]
            i, j = i + 1, j + 1
        elif j == len(b) or (i < len(a) and table[i + 1][j] >= table[i][j + 1]):
            yield_line = "- " + a[i]
            i += 1
        else:
            yield_line = "+ " + b[j]
            j += 1
        print(yield_line)


for width in (16, 30):
    print("\n".join("|%s|" % line for line in justify(TEXT, width)))
box(wrap(TEXT, 24), "Knuth")
box(["x", "long line"])
banner("naja")
for n, line in enumerate(wrap(TEXT, 40), start=9):
    print(f"{n:>3}: {line:.<42}|")
diff("one two three four".split(), "one 2 three five four".split())
print("\t".join("abc").expandtabs(4), "-".join("abc").partition("-"), "a-b-c".rsplit("-", 1))
print("%-8s|%8s|%+.3e|%5.1f%%" % ("left", "right", 12345.678, 45.25))
print("{0}{1}{0} {name!r:>8} {2:^+9,d}".format("a", "b", 1234567, name="n"))
print("ß".upper(), "ÀÉ".lower(), "straße".title(), "İ".lower() == "i̇", "éa".center(6, "*"))
table = str.maketrans({"a": "4", "e": "3", "o": None})
print("leet speak for noobs".translate(table), "x".join(["1"] * 4), " a b ".split(" "))
print(repr("it's"), repr('say "hi"'), repr("tab\t\\n\n\x00\x7fé\u200b"), ascii("né"))
for line in """\
    indented
      more
    back""".splitlines():
    print(len(line) - len(line.lstrip()), line.strip(), line.lstrip()[0].isalpha())
