words = "apple ape apply maple staple people able table cable stable".split()
known = set(words)


def edits(word):
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    letters = "abcdefghijklmnopqrstuvwxyz"
    deletes = [a + b[1:] for a, b in splits if b]
    swaps = [a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1]
    replaces = [a + c + b[1:] for a, b in splits if b for c in letters]
    inserts = [a + c + b for a, b in splits for c in letters]
    return set(deletes + swaps + replaces + inserts)


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def suggest(word):
    if word in known:
        return [word]
    near = sorted(edits(word) & known)
    return near or sorted(known, key=lambda w: (distance(word, w), w))[:2]


for word in ["aple", "table", "tabel", "xyz", "appl", "peopel"]:
    print(word, suggest(word), [distance(word, w) for w in words[:4]])
