# Groups anagrams in three ways, and looks at them.
words = ["listen", "silent", "enlist", "google", "elbow", "below", "inlets", "cat", "act", "tac", "Elgoog", "dog"]


def signature(word):
    return "".join(sorted(word.lower()))


def letter_counts(word):
    counts = [0] * 26
    for ch in word.lower():
        counts[ord(ch) - ord("a")] += 1
    return tuple(counts)


def group(words, key):
    groups = {}
    for w in words:
        groups.setdefault(key(w), []).append(w)
    return groups


by_signature = group(words, signature)
for k, v in by_signature.items():
    print(k, "->", ", ".join(v))
by_counts = group(words, letter_counts)
print(len(by_counts), list(by_counts.values()) == list(by_signature.values()))
by_length = group(words, len)
for n in sorted(by_length):
    print(n, by_length[n])
largest = max(by_signature.values(), key=len)
print("largest:", sorted(largest, key=str.lower))
singles = [v[0] for v in by_signature.values() if len(v) == 1]
print("alone:", singles)
print("multi:", sorted((len(v), k) for k, v in by_signature.items() if len(v) > 1))


def is_anagram(a, b):
    return a != b and sorted(a) == sorted(b)


pairs = [(a, b) for i, a in enumerate(words) for b in words[i + 1:] if is_anagram(a, b)]
print(len(pairs), pairs[:3])
pairs.sort(key=lambda p: p[1] + p[0])
print(pairs[0], pairs[-1])


def permutations(s):
    if len(s) <= 1:
        return [s]
    result = []
    for i, c in enumerate(s):
        for rest in permutations(s[:i] + s[i + 1:]):
            if c + rest not in result:
                result.append(c + rest)
    return result


print(permutations("aab"))
known = set(words)
print([p for p in permutations("cat") if p in known])
print({w: len(set(w)) for w in words if len(set(w)) < len(w)})
