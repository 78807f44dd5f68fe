# Counts the words of a text on standard input.
import sys

counts = {}
for line in sys.stdin:
    for word in line.split():
        counts[word] = counts.get(word, 0) + 1
ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
for word, n in ranking[:10]:
    print(f"{word:<12} {n:>8}")
print(len(counts), sum(counts.values()))
