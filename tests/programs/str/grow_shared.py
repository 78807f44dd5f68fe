# What is made longer in place must not be seen by whoever has it, too.
import sys

LINE = "0123456789abcdef" * 3


def kept_in_list(n):
    text = ""
    prefixes = []
    for i in range(n):
        text += LINE
        if i % 3 == 0:
            prefixes.append(text)
        text += "."
    return [len(p) for p in prefixes], prefixes[1][-3:], prefixes[-1][-3:], len(text)


def copied(n):
    text = LINE * 2
    before = ""
    for i in range(n):
        before = text
        text += LINE
        text += str(i)
    return len(before), before[-4:], len(text), text[-4:]


def swapped(n):
    a, b = LINE * 2, LINE + LINE
    for i in range(n):
        a += "x"
        a, b = b, a
        a += "yz"
    return a[90:], b[90:]


def doubled(n):
    text = LINE + "é"
    for i in range(n):
        text += text
    return len(text), text.count("é"), text[-1], hash(text) == hash((LINE + "é") * 2**n)


def hashed(n):
    text = LINE * 2
    seen = {}
    for i in range(n):
        text += "ab"
        seen[text] = i
        text += "c"
    return [len(key) for key in seen], [seen[LINE * 2 + "abc" * k + "ab"] for k in range(n)]


def indexed(n):
    text = "é" * 60
    found = ""
    for i in range(n):
        text += "äb"
        found = text[i + 60] + text[-1]
    return found, text[61], len(text)


def handled(n):
    text = LINE * 2
    try:
        for i in range(n):
            text += str(10 // (n - 1 - i))
    except ZeroDivisionError:
        text += "!"
    return text[96:]


def lengths(n):
    text = LINE * 2
    spans = []
    for i in range(n):
        start = len(text)
        text += "word"
        spans.append((start, len(text)))
    return spans


def either(n):
    text = other = LINE * 2
    for i in range(n):
        if i % 2:
            text += "odd"
        else:
            other += "even"
        if i == 4:
            other = text
    return text[96:], other[96:]


def prefix(n):
    text = LINE * 2
    for i in range(n):
        text = text + "a"
        longer = text + "b"
        text = text + "c"
        print(longer[96:], text[96:])


def yielded(n):
    text = LINE * 2
    for i in range(n):
        text += "y"
        yield text
        text += "z"


def restarted(n):
    lines = []
    line = ""
    for i in range(n):
        line += LINE
        line += str(i)
        if len(line) > 100:
            lines.append(line)
            line = ""
    return [text[48:] for text in lines], line


def given(text):
    for i in range(3):
        text += "more"
    return text


print(kept_in_list(10))
print(copied(5))
print(swapped(5))
print(doubled(5))
print(hashed(4))
print(indexed(5))
print(handled(5))
print(lengths(3))
print(either(7))
prefix(3)
print([text[96:] for text in yielded(3)])
print(restarted(8))
mine = LINE * 2
print(given(mine)[96:], given(mine)[96:], mine[96:] == "")
total = LINE * 2
total += "a"
copy = total
for i in range(3):
    total += "b"
    copy += "c"
print(total[96:], copy[96:])
