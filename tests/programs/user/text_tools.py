"""Text tools: tables, wrapping, word statistics, roman numerals, ciphers, diffs."""
import string
from functools import lru_cache, reduce
from itertools import groupby, zip_longest, accumulate, chain


def table(rows, headers, align=None):
    cells = [[str(c) for c in row] for row in [headers, *rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(headers))]
    align = align or "<" * len(headers)
    lines = []
    for n, row in enumerate(cells):
        lines.append(" | ".join(f"{c:{a}{w}}" for c, a, w in zip(row, align, widths)).rstrip())
        if n == 0:
            lines.append("-+-".join("-" * w for w in widths))
    return "\n".join(lines)


def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        lines.append(line)
    return lines


def roman(n):
    pairs = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
             (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    out = []
    for value, letters in pairs:
        count, n = divmod(n, value)
        out.append(letters * count)
    return "".join(out)


def unroman(s):
    values = dict(I=1, V=5, X=10, L=50, C=100, D=500, M=1000)
    total = 0
    for a, b in zip_longest(s, s[1:]):
        v = values[a]
        total += -v if b is not None and values[b] > v else v
    return total


def caesar(text, k):
    def shift(c, base):
        return chr((ord(c) - base + k) % 26 + base)
    return "".join(shift(c, 65) if c.isupper() else shift(c, 97) if c.islower() else c for c in text)


def vigenere(text, key, sign=1):
    out, i = [], 0
    for ch in text:
        if ch in string.ascii_lowercase:
            k = string.ascii_lowercase.index(key[i % len(key)])
            out.append(string.ascii_lowercase[(string.ascii_lowercase.index(ch) + sign * k) % 26])
            i += 1
        else:
            out.append(ch)
    return "".join(out)


@lru_cache(maxsize=None)
def distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    if a[-1] == b[-1]:
        return distance(a[:-1], b[:-1])
    return 1 + min(distance(a[:-1], b), distance(a, b[:-1]), distance(a[:-1], b[:-1]))


def lcs(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + x if x == y else max(table[i][j + 1], table[i + 1][j], key=len)
    return table[-1][-1]


def rle(s):
    return [(k, len(list(g))) for k, g in groupby(s)]


text = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief"""
words = [w.strip(string.punctuation).lower() for w in text.split()]
freq = {}
for w in words:
    freq[w] = freq.get(w, 0) + 1
top = sorted(freq.items(), key=lambda p: (-p[1], p[0]))[:5]
print(table([(w, n, f"{n / len(words):.1%}") for w, n in top], ["word", "n", "share"], "<>>"))
for line in wrap(text, 30):
    print(f"|{line:^30}|")
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)])
print(all(unroman(roman(n)) == n for n in range(1, 4000)))
secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3))
enc = vigenere("attack at dawn", "lemon")
print(enc, vigenere(enc, "lemon", -1))
print(distance("kitten", "sitting"), distance("sunday", "saturday"), lcs("AGGTAB", "GXTXAYB"))
print(rle("aaabbbccd"), "".join(f"{k}{n}" for k, n in rle("wwwwaaadexxxxxx")))
print(list(accumulate([1, 2, 3, 4])), reduce(lambda a, b: a * b, range(1, 6)), list(chain("ab", [1])))
print("%-10s|%5.2f|%05d|%x|%s" % ("left", 3.14159, 42, 255, [1, "a"]))
print("{:>8}|{:^8}|{:*<8}|{:,}|{:+.1e}|{!r}".format("r", "c", "l", 1234567, 12345.678, "q"))
print(text.title()[:20], text.swapcase()[:10], text.count("it"), text.find("age"), text.rindex("was"))
print("a,b,,c".split(","), "a b  c".split(), "x=1;y=2".partition(";"), "1.2.3".rsplit(".", 1))
print("\t".expandtabs(4) + "|", "abc".center(9, "-"), "7".zfill(3), "-7".zfill(4), "ab\ncd\r\nef".splitlines())
print(str.maketrans("abc", "xyz"), "aabbcc".translate(str.maketrans("abc", "xyz", "b")))
