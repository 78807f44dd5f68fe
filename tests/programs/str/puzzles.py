# Small programs over texts, as tutorials have them.


def is_palindrome(text):
    kept = [c.lower() for c in text if c.isalnum()]
    return kept == kept[::-1]


for text in ["A man, a plan, a canal: Panama!", "hello", "", "Was it a car or a cat I saw?", "été"]:
    print(text, is_palindrome(text))


def caesar(text, shift):
    out = ""
    for c in text:
        if c.isupper():
            out += chr((ord(c) - ord("A") + shift) % 26 + ord("A"))
        elif c.islower():
            out += chr((ord(c) - ord("a") + shift) % 26 + ord("a"))
        else:
            out += c
    return out


print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))


def anagrams(words):
    groups = {}
    for word in words:
        groups.setdefault("".join(sorted(word)), []).append(word)
    return [group for group in groups.values() if len(group) > 1]


print(anagrams(["listen", "silent", "enlist", "google", "elgoog", "abc"]))

ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def to_roman(n):
    out = []
    for value, letters in ROMAN:
        while n >= value:
            out.append(letters)
            n -= value
    return "".join(out)


def from_roman(text):
    n = 0
    i = 0
    for value, letters in ROMAN:
        while text[i : i + len(letters)] == letters:
            n += value
            i += len(letters)
    return n


for n in [1, 4, 9, 14, 40, 1994, 2026, 3999]:
    print(n, to_roman(n), from_roman(to_roman(n)))


def encode_runs(text):
    out = []
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append(f"{j - i}{text[i]}")
        i = j
    return "".join(out)


def decode_runs(code):
    out = ""
    n = ""
    for c in code:
        if c.isdigit():
            n += c
        else:
            out += c * int(n)
            n = ""
    return out


code = encode_runs("aaabbbbcdddddddddddd日日")
print(code, decode_runs(code))


def wrap(text, width):
    lines = []
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        lines.append(line)
    return lines


for line in wrap("The quick brown fox jumps over the lazy dog and runs away from the bear", 20):
    print(f"|{line:<20}|{line:^20}|{line:>20}|")


def vigenere(text, key):
    out = []
    for i, c in enumerate(text):
        out.append(chr((ord(c) + ord(key[i % len(key)]) - 2 * 65) % 26 + 65))
    return "".join(out)


print(vigenere("ATTACKATDAWN", "LEMON"))


def levenshtein(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


print(levenshtein("kitten", "sitting"), levenshtein("", "abc"), levenshtein("flaw", "lawn"))
print(" ".join([w[1:] + w[0] + "ay" for w in "pig latin is fun".split()]))
