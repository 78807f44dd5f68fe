text = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness"""
counts = {}
for word in text.lower().replace(",", "").split():
    counts[word] = counts.get(word, 0) + 1
for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
    print(f"{word:<12}{n:>3} {'*' * n}")
lengths = {}
for word in counts:
    lengths.setdefault(len(word), set()).add(word)
for n in sorted(lengths):
    print(n, sorted(lengths[n]))
letters = {}
for c in text:
    if c.isalpha():
        letters[c.lower()] = letters.get(c.lower(), 0) + 1
top = sorted(letters, key=letters.get, reverse=True)[:3]
print(top, sum(letters.values()), max(counts, key=lambda w: counts[w]))
lines = text.splitlines()
print([len(line.split()) for line in lines], max(map(len, lines)))
