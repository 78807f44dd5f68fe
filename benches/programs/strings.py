# Builds strings: by join, formatting, replace, split, slices.
import sys


def main(n):
    text = "".join([chr(97 + i % 26) for i in range(n)])
    print(len(text), text[:30])
    parts = []
    for i in range(n):
        parts.append(f"{i}:{text[i]}")
    joined = ",".join(parts)
    print(len(joined), joined[-20:])
    upper = joined.replace(",", "; ").upper()
    print(len(upper), upper[-20:], upper.count("A"))
    fields = upper.split("; ")
    print(len(fields), sum(len(f) for f in fields))
    vowels = 0
    for c in upper:
        if c in "AEIOU":
            vowels += 1
    print(vowels, text[::-1][:10])
    lines = ["%06d %-8s|" % (i, text[i % 20:i % 20 + 5]) for i in range(n // 4)]
    print(len("\n".join(lines)), lines[-1])


main(int(sys.argv[1]))
