TEXT = """The quick brown fox jumps over the lazy dog. The dog sleeps;
the fox doesn't! Naïve café-goers – "why?" – laugh, laugh, laugh.
"""

words = []
for raw in TEXT.lower().split():
    word = raw.strip('.,;!?"–')
    if word:
        words.append(word)
counts = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:6]:
    print(f"{word:<10}{n:>3} {'#' * n}")
letters = {}
for c in TEXT:
    if c.isalpha():
        letters[c.lower()] = letters.get(c.lower(), 0) + 1
print(" ".join([c + str(letters[c]) for c in sorted(letters)]))
print(len(TEXT.splitlines()), "lines", len(words), "words", len(TEXT), "characters", sum([len(w) for w in words]) / len(words))
longest = max(words, key=len)
print(longest, longest[::-1], longest.upper().center(20, "."))
vowels = 0
for c in TEXT:
    if c in "aeiouïé":
        vowels += 1
print(f"{vowels / len(TEXT):.1%} vowels")
