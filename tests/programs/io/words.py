# stdin: "the quick brown fox\njumps over the lazy dog\n\n  the end  \n"
import sys

lines = words = characters = 0
counts = {}
for line in sys.stdin:
    lines += 1
    characters += len(line)
    for word in line.split():
        words += 1
        counts[word] = counts.get(word, 0) + 1
print(lines, words, characters)
for word in sorted(counts):
    print(word, counts[word])
for line in sys.stdin:
    print("nothing is left", line)
print(repr(sys.stdin.read()), repr(sys.stdin.readline()), sys.stdin.readlines())
